import { useId } from "react";
import { DataTable } from "./data-table.tsx";
import { Disclosure } from "./disclosure.tsx";
import { When } from "./when.tsx";

interface Day {
  /** "YYYY-MM-DD". */
  id: string;
  views: number;
  viewers: number;
}

const HEIGHT = 40;

/** Views and viewers day by day as columns, with the same figures as a table beneath. */
export function DayChart({ title, days }: { title: string; days: readonly Day[] }) {
  const id = useId();
  const most = Math.max(1, ...days.map(({ views }) => views));
  const first = days[0]?.id;
  const last = days.at(-1)?.id;
  return (
    <section aria-labelledby={id} className="day-chart">
      <h2 id={id}>{title}</h2>
      <figure>
        <svg
          aria-label={`Columns of views and viewers for ${days.length} days, at most ${most} views a day. The table below has every figure.`}
          preserveAspectRatio="none"
          role="img"
          viewBox={`0 0 ${days.length * 3} ${HEIGHT}`}
        >
          {days.map(({ id: day, views, viewers }, index) => (
            <g key={day}>
              <Column at={index * 3} height={(views / most) * HEIGHT} kind="views" />
              <Column at={index * 3} height={(viewers / most) * HEIGHT} kind="viewers" />
            </g>
          ))}
        </svg>
        <figcaption className="soft small">
          {first ? <When at={first} /> : null} to {last ? <When at={last} /> : null}. Light columns
          are views, dark ones different viewers.
        </figcaption>
      </figure>
      <Disclosure summary="The figures as a table">
        <DataTable
          caption={title}
          columns={[
            { header: "Day", cell: ({ id: day }) => <When at={day} /> },
            { header: "Views", cell: ({ views }) => views.toLocaleString("en-US"), align: "end" },
            {
              header: "Viewers",
              cell: ({ viewers }) => viewers.toLocaleString("en-US"),
              align: "end",
            },
          ]}
          rows={days}
        />
      </Disclosure>
    </section>
  );
}

const Column = ({
  at,
  height,
  kind,
}: {
  at: number;
  height: number;
  kind: "views" | "viewers";
}) => (
  <rect
    className={`day-chart__${kind}`}
    height={height}
    width={2}
    x={at + 0.5}
    y={HEIGHT - height}
  />
);
