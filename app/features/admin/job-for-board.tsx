import { Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Facts } from "#app/components/facts.tsx";
import { Prose } from "#app/components/prose.tsx";
import { When } from "#app/components/when.tsx";
import type { BoardJob } from "./read-job.server.ts";

/** Who posts what, and the words it is posted in. */
export function JobForBoard({ job }: { job: BoardJob }) {
  return (
    <section aria-labelledby="job-facts">
      <h2 id="job-facts">The job</h2>
      <Facts
        items={[
          { term: "Status", detail: job.removed ? "Removed by the board" : job.status },
          {
            term: "Employer",
            detail: (
              <>
                <Link to={`/admin/employers/${job.employer.id}`}>{job.employer.name}</Link>{" "}
                {job.employer.suspended ? (
                  <Badge tone="danger">Suspended</Badge>
                ) : job.employer.verified ? (
                  <Badge tone="success">Verified</Badge>
                ) : (
                  <Badge tone="warning">Not verified</Badge>
                )}
              </>
            ),
          },
          {
            term: "Posted by",
            detail: job.author ? (
              <>
                <Link to={`/admin/users/${job.author.id}`}>{job.author.name}</Link>{" "}
                {job.author.email}
              </>
            ) : (
              "An account that is gone"
            ),
          },
          { term: "Started", detail: <When at={job.createdAt} kind="datetime" /> },
          { term: "Specialty", detail: job.specialty },
          { term: "Place", detail: job.place },
          { term: "Pay", detail: job.pay },
          { term: "Families", detail: job.families },
        ]}
      />
      <div className="board-job-words">
        <Prose html={job.descriptionHtml} />
      </div>
    </section>
  );
}

/** What people say is wrong with it. Who they are stays with the board. */
export function JobReports({ job }: { job: BoardJob }) {
  return (
    <section aria-labelledby="job-reports">
      <h2 id="job-reports">Reports</h2>
      {job.reports.length === 0 ? (
        <p className="soft">Nobody has reported it.</p>
      ) : (
        <ul className="board-list">
          {job.reports.map((report) => (
            <li key={report.id}>
              <div>
                <b>{report.reason}</b>
                {report.words ? <p className="board-words">{report.words}</p> : null}
              </div>
              <p className="soft small">
                {report.reporterId ? (
                  <Link to={`/admin/users/${report.reporterId}`}>{report.reporterName}</Link>
                ) : (
                  "Without an account"
                )}
                , <When at={report.at} kind="datetime" />
                {report.settled ? `, ${report.outcome}` : ""}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
