import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { StageBadge } from "../stage-badge.tsx";
import type { BulkReport } from "./read-bulk-report.server.ts";

/** Who was answered, who was not and why. */
export function BulkReportView({ report }: { report: BulkReport }) {
  const { job, kind, done, refused } = report;
  const back = `/employer/jobs/${job.id}/applications${report.back}`;
  const verb = kind === "move" ? "moved" : "declined";
  const words = `${done.length} of ${done.length + refused.length} ${verb}`;
  return (
    <div className="page page--form">
      <PageHeader back={{ to: back, label: "Applications" }} lede={job.title} title={words} />
      {done.length > 0 ? (
        <>
          <Notice
            title={
              done.length === 1
                ? "The applicant gets a mail."
                : "Each of these applicants gets a mail of their own."
            }
            tone="success"
          />
          <ul aria-label={`Applicants ${verb}`} className="selected-people">
            {done.map(({ id, name, stage }) => (
              <li key={id}>
                <Link to={`/employer/applications/${id}`}>{name}</Link> <StageBadge stage={stage} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {refused.length > 0 ? (
        <section aria-labelledby="left" className="stack--tight">
          <h2 id="left">Left as they were</h2>
          <ul className="selected-people">
            {refused.map(({ id, name, why }) => (
              <li key={id}>
                <Link to={`/employer/applications/${id}`}>{name}</Link>
                <p className="small">{why}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ButtonLink to={back} variant="secondary">
        Back to the list
      </ButtonLink>
    </div>
  );
}
