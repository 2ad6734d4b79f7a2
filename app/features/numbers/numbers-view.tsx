import { BarChart } from "#app/components/bar-chart.tsx";
import { DayChart } from "#app/components/day-chart.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import type { Numbers } from "./read-numbers.server.ts";

const SPANS = [7, 30, 90];

/** Figures of a job or an employer: totals, days, funnel, replies and sources. */
export function NumbersView({ numbers, href }: { numbers: Numbers; href: string }) {
  const { span, totals, days, stages, replies, sources, medianReply } = numbers;
  return (
    <div className="stack">
      <LinkTabs
        items={SPANS.map((days) => ({
          to: `${href}?days=${days}`,
          label: `Last ${days} days`,
          current: days === span,
        }))}
        label="Time span"
      />
      <dl className="totals">
        <Total count={totals.views} term="Views" />
        <Total count={totals.viewers} term="Viewers" />
        <Total count={totals.starts} term="Started to apply" />
        <Total count={totals.applications} term="Applied" />
      </dl>
      {totals.views === 0 ? (
        <p className="soft">Nobody has looked in these {span} days.</p>
      ) : (
        <DayChart days={days} title="Views by day" />
      )}
      <div className="columns">
        <BarChart bars={stages} title="How far applications got" whole={totals.applications} />
        <div className="stack">
          <BarChart
            bars={replies}
            title={medianReply ? `First reply: half came within ${medianReply}` : "First reply"}
            whole={totals.applications}
          />
          {sources.length > 0 ? (
            <BarChart bars={sources} title="Where views came from" whole={totals.views} />
          ) : null}
        </div>
      </div>
      <p className="soft small">
        Your own team's looks are not counted, nor those of programs. Viewers are told apart within
        one job and one day. Days are counted in UTC.
      </p>
    </div>
  );
}

function Total({ term, count }: { term: string; count: number }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="figure">{count.toLocaleString("en-US")}</dd>
    </div>
  );
}
