import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Badge } from "#app/components/badge.tsx";
import { FamilyChip } from "#app/components/family-chip.tsx";
import { Icon, type IconName } from "#app/components/icon.tsx";
import { MatchRaiseShort } from "#app/components/match-raise.tsx";
import { PayFigure } from "#app/components/pay-figure.tsx";
import { When } from "#app/components/when.tsx";
import type { Match, MatchStanding } from "#app/domain/match.ts";
import type { RaiseLine } from "#app/domain/match-raise-words.ts";
import type { RowJob } from "./row-job.ts";

const STANDING_ICONS = {
  covered: "circle-check",
  partly: "circle-dot",
  missing: "circle-dashed",
  "not-asked": "info",
} as const satisfies Record<MatchStanding, IconName>;

/** What a signed-in coder already did with a job, and a control such as "Save". */
export interface RowExtra {
  status?: "applied" | "saved" | null;
  /** Opened before: the row steps back. */
  seen?: boolean;
  /** Shown although hidden or of a muted employer. */
  hidden?: boolean;
  match?: Match | null | undefined;
  /** What would raise the match most. */
  raise?: RaiseLine | null;
  actions?: ReactNode;
}

/**
 * One job in a list, inside `<ol className="job-list"><li>`. `match` adds the signed-in coder's sentence and how
 * each family stands; `status` what they already did with it; `actions` a control such as "Save".
 */
export function JobRow({
  job,
  match,
  status,
  seen = false,
  hidden = false,
  raise = null,
  actions,
}: RowExtra & { job: RowJob }) {
  const musts = match?.reasons.find(({ aspect }) => aspect === "must-families");
  return (
    <article className="job-row" data-hidden={hidden || undefined} data-seen={seen || undefined}>
      <div className="job-row__head">
        <h3 className="job-row__title">
          <Link prefetch="intent" to={`/jobs/${job.slug}`}>
            {job.title}
          </Link>
        </h3>
        <p className="job-row__employer">
          <Link to={`/employers/${job.employer.slug}`}>{job.employer.name}</Link>
          <span className="job-row__kind"> {job.employer.kind}</span>
          {status ? (
            <Badge tone={status === "applied" ? "success" : "neutral"}>
              {status === "applied" ? "Applied" : "Saved"}
            </Badge>
          ) : null}
          {hidden ? <Badge>Hidden</Badge> : null}
          {seen && status !== "applied" ? <span className="job-row__kind">Seen</span> : null}
        </p>
      </div>
      <Conditions job={job} />
      <Families job={job} standings={standingsOf(match)} />
      <div className="job-row__foot">
        {musts ? (
          <p className="job-row__match" data-standing={musts.standing}>
            <Icon name={STANDING_ICONS[musts.standing]} />
            {musts.sentence}
          </p>
        ) : null}
        {raise ? <MatchRaiseShort line={raise} /> : null}
        <p className="job-row__dates">
          {job.repostedAt ? "First posted " : "Posted "}
          <When at={job.firstPublishedAt} kind="relative" />
          {job.repostedAt ? (
            <>
              {", reposted "}
              <When at={job.repostedAt} kind="relative" />
            </>
          ) : null}
          {job.confirmedAt && job.confirmedAt.slice(0, 10) > job.firstPublishedAt.slice(0, 10) ? (
            <>
              {" · confirmed open "}
              <When at={job.confirmedAt} kind="relative" />
            </>
          ) : null}
          {` · ${job.replies}`}
        </p>
        {actions}
      </div>
    </article>
  );
}

function Conditions({ job }: { job: RowJob }) {
  return (
    <ul className="job-row__conditions">
      <li className="job-row__pay">
        <PayFigure>{job.pay}</PayFigure>
        {job.hourlyEquivalent ? (
          <span className="job-row__hourly"> {job.hourlyEquivalent}</span>
        ) : null}
      </li>
      <li>{job.place}</li>
      <li>{job.credentials}</li>
      <li className="soft">{job.employmentType}</li>
    </ul>
  );
}

function Families({
  job: { families, moreFamilies },
  standings,
}: {
  job: RowJob;
  standings: Map<string, MatchStanding>;
}) {
  return (
    <ul className="job-row__families">
      {families.map(({ family, level }) => (
        <li key={family.id}>
          <FamilyChip family={family} level={level} standing={standings.get(family.id)} />
        </li>
      ))}
      {moreFamilies > 0 ? (
        <li className="job-row__more">
          {moreFamilies === 1 ? "and 1 more family" : `and ${moreFamilies} more families`}
        </li>
      ) : null}
    </ul>
  );
}

function standingsOf(match: Match | null | undefined): Map<string, MatchStanding> {
  const families = match?.reasons.flatMap((reason) => reason.families ?? []) ?? [];
  return new Map(families.map(({ familyId, standing }) => [familyId, standing]));
}
