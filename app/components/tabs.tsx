import { Link } from "@remix-run/react";

/** Views of one thing, each with its own address. */
export function LinkTabs({
  items,
  label = "Views",
}: {
  items: readonly { to: string; label: string; current: boolean; count?: number | undefined }[];
  label?: string;
}) {
  return (
    <nav aria-label={label} className="link-tabs">
      <ul className="link-tabs__list">
        {items.map((item) => (
          <li key={item.to}>
            <Link aria-current={item.current ? "page" : undefined} to={item.to}>
              {item.label}
              {item.count === undefined ? null : (
                <span className="figure"> {item.count.toLocaleString("en-US")}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
