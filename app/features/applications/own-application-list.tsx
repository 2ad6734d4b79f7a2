import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import { When } from "#app/components/when.tsx";
import { OwnDrafts } from "./own-drafts.tsx";
import type { OwnApplicationLine, OwnApplications } from "./read-own-applications.server.ts";
import { StageBadge } from "./stage-badge.tsx";

const BASE = "/applicant/applications";

/** An applicant's applications: those in the employers' hands, and those that have ended. */
export function OwnApplicationList({ page }: { page: OwnApplications }) {
  const { list, counts, lines } = page;
  const address = (number: number) =>
    `${BASE}?${new URLSearchParams({ show: list, page: String(number) })}`;
  if (counts.open + counts.closed + page.drafts.length === 0) {
    return (
      <EmptyState
        action={<ButtonLink to="/jobs">Search jobs</ButtonLink>}
        title="You have not applied for a job yet"
      >
        <p>
          Find a job by a code you know, and apply with your profile. You will see here where each
          application stands and when the employer promised to answer.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <OwnDrafts drafts={page.drafts} />
      <LinkTabs
        items={[
          { to: BASE, label: "Open", current: list === "open", count: counts.open },
          {
            to: `${BASE}?show=closed`,
            label: "Closed",
            current: list === "closed",
            count: counts.closed,
          },
        ]}
        label="Applications"
      />
      {lines.length === 0 ? (
        <EmptyState
          title={list === "open" ? "Nothing is waiting for an answer" : "Nothing has ended yet"}
        />
      ) : (
        <ul className="application-list">
          {lines.map((line) => (
            <li key={line.id}>
              <OwnLine line={line} />
            </li>
          ))}
        </ul>
      )}
      <Pagination hrefFor={address} page={page.page} pageCount={page.pageCount} />
    </>
  );
}

function OwnLine({ line }: { line: OwnApplicationLine }) {
  return (
    <article className="application-line">
      <div className="application-line__head">
        <h2>
          <Link to={`${BASE}/${line.id}`}>{line.jobTitle}</Link>
        </h2>
        <StageBadge stage={line.stage} />
      </div>
      <p>{line.employerName}</p>
      {line.note ? <p>{line.note}</p> : null}
      <p>{line.next}</p>
      <p className="soft small">
        Applied <When at={line.submittedAt} />
        {line.changedAt === line.submittedAt ? null : (
          <>
            {" · changed "}
            <When at={line.changedAt} kind="relative" />
          </>
        )}
      </p>
    </article>
  );
}
