import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { When } from "#app/components/when.tsx";
import { APPLICATION_STAGE_LABELS, type ApplicationStage } from "#app/domain/application-stage.ts";

export interface ApplicationInMotion {
  id: string;
  title: string;
  employerName: string;
  stage: ApplicationStage;
  /** ISO 8601 instants. */
  stageChangedAt: string;
  replyBy: string | null;
}

/** Applications that are still going somewhere. */
export function ApplicationsInMotion({
  applications,
}: {
  applications: readonly ApplicationInMotion[];
}) {
  if (applications.length === 0) {
    return (
      <EmptyState
        action={<ButtonLink to="/jobs">Search jobs</ButtonLink>}
        title="No application under way"
      >
        When you apply, each step and the employer's date of reply stand here.
      </EmptyState>
    );
  }
  return (
    <ul className="in-motion">
      {applications.map(({ id, title, employerName, stage, stageChangedAt, replyBy }) => (
        <li className="in-motion__item" key={id}>
          <div>
            <Link to={`/applicant/applications/${id}`}>{title}</Link>
            <span className="soft small"> {employerName}</span>
          </div>
          <p className="soft small">
            <Badge tone="accent">{APPLICATION_STAGE_LABELS[stage]}</Badge> since{" "}
            <When at={stageChangedAt} />
            {stage === "submitted" && replyBy ? (
              <>
                ; replies by <When at={replyBy} />
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The frame of recommended jobs; `children` are the rows, `known` whether the profile names families. */
export function RecommendedJobs({ known, children }: { known: boolean; children: ReactNode[] }) {
  if (children.length > 0) {
    return <ol className="job-list">{children}</ol>;
  }
  return known ? (
    <EmptyState
      action={
        <ButtonLink to="/jobs" variant="secondary">
          Search all jobs
        </ButtonLink>
      }
      title="No open job asks for your families today"
    >
      New ones appear here as they are posted.
    </EmptyState>
  ) : (
    <EmptyState
      action={<ButtonLink to="/applicant/profile#families">Add your code families</ButtonLink>}
      title="We cannot recommend a job yet"
    >
      Say which code families you have coded, and the jobs that ask for them stand here.
    </EmptyState>
  );
}
