import type { ReactNode } from "react";

/** Facts as term and detail, ruled by hairlines. Leaves out items without a detail. */
export function Facts({ items }: { items: readonly { term: string; detail: ReactNode }[] }) {
  const stated = items.filter(
    ({ detail }) => detail !== null && detail !== undefined && detail !== "" && detail !== false,
  );
  return (
    <dl className="facts">
      {stated.map(({ term, detail }) => (
        <div className="facts__pair" key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
