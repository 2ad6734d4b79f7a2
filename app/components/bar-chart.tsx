import { useId } from "react";

interface Bar {
  id: string;
  label: string;
  count: number;
}

/**
 * Counts as horizontal bars, each with its label and figure as text: a list to whoever cannot see the bars. The bars
 * are measured against the largest, or against `whole`.
 */
export function BarChart({
  title,
  bars,
  whole,
}: {
  title: string;
  bars: readonly Bar[];
  whole?: number;
}) {
  const id = useId();
  const most = Math.max(whole ?? 0, 1, ...bars.map(({ count }) => count));
  return (
    <section aria-labelledby={id} className="bar-chart">
      <h2 id={id}>{title}</h2>
      <ul>
        {bars.map(({ id: key, label, count }) => (
          <li key={key}>
            <span>{label}</span>
            <b className="figure">{count.toLocaleString("en-US")}</b>
            <svg
              aria-hidden="true"
              height="8"
              preserveAspectRatio="none"
              viewBox="0 0 100 1"
              width="100%"
            >
              <rect className="bar-chart__ground" height="1" width="100" />
              <rect className="bar-chart__bar" height="1" width={(count / most) * 100} />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}
