import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { type PipelineView as Kind, pipelineSearch } from "#app/domain/pipeline-query.ts";
import type { MoveRefusal } from "./answer-pipeline.server.ts";
import { PipelineBoard } from "./pipeline-board.tsx";
import { PipelineFilters } from "./pipeline-filters.tsx";
import { PipelineList } from "./pipeline-list.tsx";
import { PipelineNotice } from "./pipeline-notice.tsx";
import type { PipelinePage } from "./read-pipeline.server.ts";

const VIEWS: { view: Kind; label: string }[] = [
  { view: "board", label: "Board" },
  { view: "list", label: "List" },
];

/** A job's applications, as a board of stages or as a list. */
export function PipelineView({
  page,
  refusal,
}: {
  page: PipelinePage;
  refusal: MoveRefusal | null;
}) {
  const { job, query, total } = page;
  const address = `/employer/jobs/${job.id}/applications`;
  return (
    <div className="page">
      <PageHeader
        back={{ to: `/employer/jobs/${job.id}`, label: job.title }}
        lede={`${job.title}, ${job.statusLabel.toLowerCase()}`}
        title="Applications"
      />
      {refusal ? <Notice title={refusal.sentence} tone="danger" /> : null}
      <PipelineNotice moved={refusal ? null : page.moved} query={query} />
      {total === 0 ? (
        <EmptyState title="Nobody has applied yet">
          <p>
            {job.status === "published"
              ? "You get a mail when somebody does. Jobs that state pay, states and code families are found first."
              : "The job takes applications while it is published."}
          </p>
        </EmptyState>
      ) : (
        <>
          <div className="pipeline-bar">
            <nav aria-label="View" className="order">
              {VIEWS.map(({ view, label }) => (
                <Link
                  aria-current={query.view === view ? "true" : undefined}
                  key={view}
                  to={`${address}${pipelineSearch({ ...query, view, page: 1, opened: {} })}`}
                >
                  {label}
                </Link>
              ))}
            </nav>
            <PipelineFilters address={address} page={page} />
          </div>
          {query.view === "board" ? (
            <PipelineBoard address={address} page={page} />
          ) : (
            <PipelineList address={address} page={page} />
          )}
          {page.filtered && page.counts.every(({ count }) => count === 0) ? (
            <EmptyState
              action={
                <ButtonLink
                  to={`${address}${pipelineSearch({ view: query.view })}`}
                  variant="secondary"
                >
                  Clear filters
                </ButtonLink>
              }
              title="No application fits these filters"
            />
          ) : null}
        </>
      )}
    </div>
  );
}
