import { describeCredentialRule } from "#app/domain/credential-rule.ts";
import { describeMiles, describePlace } from "#app/domain/job-place.ts";
import type { JobHit } from "#app/domain/job-search.ts";
import { formatHourlyEquivalent, formatPay, type PayType } from "#app/domain/pay.ts";
import type { RequirementLevel } from "#app/domain/requirement.ts";
import { type FamilySummary, summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import { EMPLOYER_KINDS, EMPLOYMENT_TYPES, labelOf } from "#app/domain/vocabulary.ts";

const FAMILIES_SHOWN = 3;

/** A job as its row shows it, in words: a list's data is half of what a browser is sent of it. */
export interface RowJob {
  id: string;
  slug: string;
  title: string;
  employer: { name: string; slug: string; kind: string };
  pay: string;
  hourlyEquivalent: string | null;
  /** "Remote, may live in 31 states, 12 miles away". */
  place: string;
  credentials: string;
  employmentType: string;
  families: { family: FamilySummary; level: RequirementLevel }[];
  moreFamilies: number;
  /** ISO 8601. */
  firstPublishedAt: string;
  confirmedAt: string | null;
  repostedAt: string | null;
  replies: string;
}

/** The row of a job; `asked` are the families looked for, which it names first. */
export function rowJob(hit: JobHit, asked: readonly string[] = []): RowJob {
  const { id, slug, title, employer, distance, firstPublishedAt, confirmedAt, repostedAt } = hit;
  const pay = { ...hit.pay, type: hit.pay.type as PayType };
  const rule = describeCredentialRule(hit.credentialRule);
  const rank = ({ id, level }: JobHit["families"][number]) =>
    (asked.includes(id) ? 0 : 2) + (level === "must" ? 0 : 1);
  const families = hit.families.toSorted((one, other) => rank(one) - rank(other));
  return {
    id,
    slug,
    title,
    employer: { ...employer, kind: labelOf(EMPLOYER_KINDS, employer.kind) },
    pay: formatPay(pay),
    hourlyEquivalent: formatHourlyEquivalent(pay),
    place: `${describePlace(hit)}${distance === null ? "" : `, ${describeMiles(distance)} away`}`,
    credentials: `${rule === "None required" ? "No credential required" : rule}${hit.acceptsApprentices ? "; apprentices welcome" : ""}`,
    employmentType: labelOf(EMPLOYMENT_TYPES, hit.employmentType),
    families: families.slice(0, FAMILIES_SHOWN).flatMap(({ id, level }) => {
      const family = summarizeFamily(id);
      return family ? [{ family, level }] : [];
    }),
    moreFamilies: Math.max(0, families.length - FAMILIES_SHOWN),
    firstPublishedAt,
    confirmedAt,
    repostedAt,
    replies: hit.replies,
  };
}
