import { ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { ApplyJob } from "./read-apply-page.server.ts";

/** A job that takes no applications: why, and where to go on. The page lists similar jobs below. */
export function ApplyNotOpen({ job, reason }: { job: ApplyJob; reason: string }) {
  return (
    <>
      <Notice title={reason} tone="warning">
        <p>Your application cannot be sent. Nothing was lost: your profile and resumes are kept.</p>
      </Notice>
      <div className="cluster">
        <ButtonLink to="/jobs">Search open jobs</ButtonLink>
        <ButtonLink to={`/jobs/${job.slug}`} variant="secondary">
          See the job
        </ButtonLink>
      </div>
    </>
  );
}

/** An applicant whose address nobody has confirmed: employers answer by mail, so that comes first. */
export function ApplyUnverified() {
  return (
    <>
      <Notice title="Confirm your email address first" tone="warning">
        <p>
          Employers answer by mail. Open the mail we sent when you signed up, or ask for a new one.
          Then come back to this page.
        </p>
      </Notice>
      <ButtonLink to="/account">Go to your account</ButtonLink>
    </>
  );
}

export interface LinkedRefusal {
  title: string;
  sentence: string;
  link: string;
}

export const isLinkedRefusal = (value: unknown): value is LinkedRefusal =>
  typeof value === "object" && value !== null && "link" in value && "sentence" in value;

/** What was sent before is what counts: the way to it. */
export function ApplyAlreadySent({ refusal }: { refusal: LinkedRefusal }) {
  return (
    <div className="page page--reading">
      <h1>{refusal.title}</h1>
      <p>{refusal.sentence}</p>
      <ButtonLink to={refusal.link}>See your application</ButtonLink>
    </div>
  );
}
