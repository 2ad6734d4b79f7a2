import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import { When } from "#app/components/when.tsx";
import { matchSentence } from "#app/domain/match-sentence.ts";
import type { JobApplicationLine, JobApplications } from "./read-job-applications.server.ts";
import { StageBadge } from "./stage-badge.tsx";

/** A job's applications, newest or best match first, at one stage or at all. */
export function JobApplicationsView({ page }: { page: JobApplications }) {
  const { job, lines, total, stage, sort } = page;
  const address = (change: Partial<Pick<JobApplications, "stage" | "sort" | "page">>) => {
    const next = { stage, sort, page: 1, ...change };
    const params = new URLSearchParams();
    if (next.stage) params.set("stage", next.stage);
    if (next.sort === "match") params.set("sort", "match");
    if (next.page > 1) params.set("page", String(next.page));
    const query = params.toString();
    return `/employer/jobs/${job.id}/applications${query ? `?${query}` : ""}`;
  };
  const stages = page.counts.filter(({ count, stage: one }) => count > 0 || one === stage);
  return (
    <div className="page">
      <PageHeader
        back={{ to: `/employer/jobs/${job.id}`, label: job.title }}
        lede={`${job.title}, ${job.statusLabel.toLowerCase()}`}
        title="Applications"
      />
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
          <LinkTabs
            items={[
              { to: address({ stage: null }), label: "All", current: stage === null, count: total },
              ...stages.map((one) => ({
                to: address({ stage: one.stage }),
                label: one.label,
                current: one.stage === stage,
                count: one.count,
              })),
            ]}
            label="Stages"
          />
          <nav aria-label="Order" className="order">
            <Link
              aria-current={sort === "newest" ? "true" : undefined}
              to={address({ sort: "newest" })}
            >
              Newest first
            </Link>
            <Link
              aria-current={sort === "match" ? "true" : undefined}
              to={address({ sort: "match" })}
            >
              Best match first
            </Link>
          </nav>
          {lines.length === 0 ? (
            <EmptyState title="No application stands here now" />
          ) : (
            <ol className="application-list">
              {lines.map((line) => (
                <li key={line.id}>
                  <Line line={line} />
                </li>
              ))}
            </ol>
          )}
          <Pagination
            hrefFor={(number) => address({ page: number })}
            page={page.page}
            pageCount={page.pageCount}
          />
        </>
      )}
    </div>
  );
}

function Line({ line }: { line: JobApplicationLine }) {
  const { facts } = line;
  return (
    <article className="application-line">
      <div className="application-line__head">
        <h2>
          <Link to={`/employer/applications/${line.id}`}>{line.name}</Link>
        </h2>
        <StageBadge stage={line.stage} />
      </div>
      {line.headline ? <p>{line.headline}</p> : null}
      {facts ? (
        <>
          <dl className="recruiter-facts">
            <Fact detail={facts.credentials} term="Credentials" />
            <Fact detail={facts.families} term="Families" />
            <Fact detail={facts.measure} term="Accuracy and pace" />
            <Fact detail={line.state} term="State" />
          </dl>
          <p className="small">
            {matchSentence(line.match)}{" "}
            <span className="soft">
              Match <span className="figure">{line.match.score}%</span>
            </span>
          </p>
        </>
      ) : (
        <p className="soft">Withdrawn by the applicant. Nothing else is kept.</p>
      )}
      <p className="soft small">
        Applied <When at={line.submittedAt} />
        {line.hasResume ? " · with resume" : ""}
        {line.replyBy && !line.answered && line.stage === "submitted" ? (
          <span className={line.overdue ? "overdue" : undefined}>
            {line.overdue ? " · answer was promised by " : " · answer promised by "}
            <When at={line.replyBy} />
          </span>
        ) : null}
      </p>
    </article>
  );
}

function Fact({ term, detail }: { term: string; detail: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{detail}</dd>
    </div>
  );
}
