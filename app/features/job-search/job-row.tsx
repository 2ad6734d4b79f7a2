import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Badge } from "#app/components/badge.tsx";
import { FamilyChip } from "#app/components/family-chip.tsx";
import { Icon, type IconName } from "#app/components/icon.tsx";
import { MatchRaiseShort } from "#app/components/match-raise.tsx";
import { PayFigure } from "#app/components/pay-figure.tsx";
import { When } from "#app/components/when.tsx";
import { describeCredentialRule } from "#app/domain/credential-rule.ts";
import { describePlace } from "#app/domain/job-place.ts";
import type { JobHit } from "#app/domain/job-search.ts";
import type { Match, MatchStanding } from "#app/domain/match.ts";
import type { RaiseLine } from "#app/domain/match-raise-words.ts";
import { formatHourlyEquivalent, formatPay, type PayType } from "#app/domain/pay.ts";
import { type CodeSystem, SYSTEM_LABELS } from "#app/domain/taxonomy/code-systems.ts";
import { EMPLOYER_KINDS, EMPLOYMENT_TYPES, labelOf } from "#app/domain/vocabulary.ts";

const FAMILIES_SHOWN = 3;

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
 * each family stands; `status` what they already did with it; `actions` a control such as "Save"; `asked` are
 * the families looked for, which the row then names first.
 */
export function JobRow({
  job,
  match,
  status,
  seen = false,
  hidden = false,
  raise = null,
  actions,
  asked = [],
}: RowExtra & {
  job: JobHit;
  asked?: readonly string[];
}) {
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
          <span className="job-row__kind"> {labelOf(EMPLOYER_KINDS, job.employer.kind)}</span>
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
      <Families asked={asked} job={job} standings={standingsOf(match)} />
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

function Conditions({ job }: { job: JobHit }) {
  const pay = { ...job.pay, type: job.pay.type as PayType };
  const hourly = formatHourlyEquivalent(pay);
  const rule = describeCredentialRule(job.credentialRule);
  return (
    <ul className="job-row__conditions">
      <li className="job-row__pay">
        <PayFigure>{formatPay(pay)}</PayFigure>
        {hourly ? <span className="job-row__hourly"> {hourly}</span> : null}
      </li>
      <li>
        {describePlace(job)}
        {job.distance === null ? "" : `, ${Math.round(job.distance)} miles away`}
      </li>
      <li>
        {rule === "None required" ? "No credential required" : rule}
        {job.acceptsApprentices ? "; apprentices welcome" : ""}
      </li>
      <li className="soft">{labelOf(EMPLOYMENT_TYPES, job.employmentType)}</li>
    </ul>
  );
}

function Families({
  job,
  standings,
  asked,
}: {
  job: JobHit;
  standings: Map<string, MatchStanding>;
  asked: readonly string[];
}) {
  const rank = ({ id, level }: JobHit["families"][number]) =>
    (asked.includes(id) ? 0 : 2) + (level === "must" ? 0 : 1);
  const ordered = job.families.toSorted((a, b) => rank(a) - rank(b));
  const more = ordered.length - FAMILIES_SHOWN;
  return (
    <ul className="job-row__families">
      {ordered.slice(0, FAMILIES_SHOWN).map(({ id, label, range, system, level }) => (
        <li key={id}>
          <FamilyChip
            family={{
              id,
              label,
              range,
              system: system as CodeSystem,
              systemLabel: SYSTEM_LABELS[system as CodeSystem] ?? system,
            }}
            level={level}
            standing={standings.get(id)}
          />
        </li>
      ))}
      {more > 0 ? (
        <li className="job-row__more">
          {more === 1 ? "and 1 more family" : `and ${more} more families`}
        </li>
      ) : null}
    </ul>
  );
}

function standingsOf(match: Match | null | undefined): Map<string, MatchStanding> {
  const families = match?.reasons.flatMap((reason) => reason.families ?? []) ?? [];
  return new Map(families.map(({ familyId, standing }) => [familyId, standing]));
}
