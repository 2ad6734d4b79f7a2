import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import { type PipelineQuery, pipelineSearch } from "#app/domain/pipeline-query.ts";
import { StageBadge } from "../stage-badge.tsx";
import { applicationAddress, MoveMenu } from "./move-menu.tsx";
import type { PipelineCard } from "./pipeline-card.server.ts";
import { CardDates, CardFacts, CardMatch } from "./pipeline-facts.tsx";
import type { PipelinePage } from "./read-pipeline.server.ts";
import { SelectBox, SelectionBar } from "./selection-bar.tsx";

/** A job's applications in pages, at one stage or at all, several of them answered at once where that is allowed. */
export function PipelineList({ page, address }: { page: PipelinePage; address: string }) {
  const { query, counts, lines, mayAnswer } = page;
  const to = (change: Partial<PipelineQuery>) =>
    `${address}${pipelineSearch({ ...query, page: 1, ...change })}`;
  const stages = counts.filter(({ count, stage }) => count > 0 || stage === query.stage);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <LinkTabs
        items={[
          { to: to({ stage: null }), label: "All", current: query.stage === null, count: all },
          ...stages.map(({ stage, label, count }) => ({
            to: to({ stage }),
            label,
            current: stage === query.stage,
            count,
          })),
        ]}
        label="Stages"
      />
      {mayAnswer && lines.length > 0 ? (
        <SelectionBar
          action={`${address}/selected`}
          back={pipelineSearch(query)}
          count={lines.length}
          key={pipelineSearch(query)}
          messages={`/employer/jobs/${page.job.id}/message`}
        />
      ) : null}
      {lines.length === 0 && all > 0 ? (
        <EmptyState title="No application stands here now" />
      ) : (
        <ol className="application-list">
          {lines.map((line) => (
            <li key={line.id}>
              <Line line={line} query={query} selectable={mayAnswer} />
            </li>
          ))}
        </ol>
      )}
      <Pagination
        hrefFor={(number) => to({ page: number })}
        page={query.page}
        pageCount={page.pageCount}
      />
    </>
  );
}

function Line({
  line,
  query,
  selectable,
}: {
  line: PipelineCard;
  query: PipelineQuery;
  selectable: boolean;
}) {
  return (
    <article className="application-line" id={`card-${line.id}`}>
      <div className="application-line__head">
        {selectable ? <SelectBox card={line} /> : null}
        <h2>
          <Link to={applicationAddress(line, query)}>{line.name}</Link>
        </h2>
        <StageBadge stage={line.stage} />
        <MoveMenu card={line} query={query} />
      </div>
      {line.headline ? <p>{line.headline}</p> : null}
      <CardFacts card={line} />
      <CardMatch card={line} />
      <CardDates card={line} />
    </article>
  );
}
