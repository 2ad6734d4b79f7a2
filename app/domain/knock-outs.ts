import { describeCredentialRule, isCurrent, satisfiesRule } from "./credential-rule.ts";
import type { MatchApplicant, MatchJob } from "./match.ts";
import { type Experience, formatMonths } from "./requirement.ts";
import { ancestorsOf, findFamily, summarizeFamily } from "./taxonomy/code-families.ts";
import { describeStates, STATE_NAMES } from "./us-states.ts";

/** One of a job's own stated rules, made a condition of applying: "family:<id>" is a must-have with its months. */
export type KnockOutRule = "credentials" | "state" | `family:${string}`;

/** What happens to an application that does not meet them: it is refused, or sent and marked. */
export type KnockOutEffect = "refuse" | "flag";

export interface KnockOuts {
  rules: KnockOutRule[];
  effect: KnockOutEffect;
}

export const NO_KNOCK_OUTS: KnockOuts = { rules: [], effect: "flag" };

/** A rule an applicant's profile does not meet. Sentences without a subject: both sides read them. */
export interface Lack {
  rule: KnockOutRule;
  /** "Credential: CPC or CCS", "State: Ohio and Texas", "Experience: 1 year of Coronary intervention (92920–92998)". */
  asked: string;
  /** What the profile states instead. */
  has: string;
  /** The section of the profile editor where it is mended. */
  section: string;
}

type Rules = Pick<
  MatchJob,
  "credentialRule" | "acceptsApprentices" | "eligibleStates" | "requirements"
>;
type Profile = Pick<MatchApplicant, "credentials" | "state" | "eligibleStates" | "experience">;

/** The rules this job states, each with its words: what an employer may switch on. */
export function possibleKnockOuts(job: Rules): { rule: KnockOutRule; words: string }[] {
  const everywhere = Object.keys(STATE_NAMES).every((state) => job.eligibleStates.includes(state));
  return [
    ...(job.credentialRule.some((group) => group.length > 0)
      ? [
          {
            rule: "credentials" as const,
            words: `Credential: ${describeCredentialRule(job.credentialRule)}`,
          },
        ]
      : []),
    ...(job.eligibleStates.length > 0 && !everywhere
      ? [{ rule: "state" as const, words: `State: ${describeStates(job.eligibleStates)}` }]
      : []),
    ...job.requirements
      .filter(({ level }) => level === "must")
      .map(({ familyId, minMonths }) => ({
        rule: `family:${familyId}` as const,
        words: `Experience: ${minMonths > 0 ? formatMonths(minMonths) : "any"} ${minMonths > 0 ? "of" : "in"} ${familyName(familyId)}`,
      })),
  ];
}

/** The rules in force: those switched on that the job still states. */
export const knockOutsInForce = (job: Rules, { rules }: KnockOuts) =>
  possibleKnockOuts(job).filter(({ rule }) => rules.includes(rule));

/**
 * Which of the rules in force a profile does not meet, in the order the job states them. Pure and total. What holds
 * (each is a property test): more experience, another credential or another state never adds a lack, nor does
 * switching a rule off; a profile that lacks nothing meets every rule by itself. `now` decides which credentials
 * are current.
 */
export function lacksOf(
  job: Rules & { knockOuts: KnockOuts },
  profile: Profile,
  now: Date,
): Lack[] {
  return knockOutsInForce(job, job.knockOuts).flatMap(({ rule, words }): Lack[] => {
    const found = lackOf(rule, job, profile, now);
    return found === null ? [] : [{ rule, asked: words, ...found }];
  });
}

type Found = Pick<Lack, "has" | "section"> | null;

function lackOf(rule: KnockOutRule, job: Rules, profile: Profile, now: Date): Found {
  if (rule === "credentials") return credentialLack(job, profile, now);
  if (rule === "state") return stateLack(job, profile);
  const familyId = rule.slice("family:".length);
  const asked = job.requirements.find((one) => one.familyId === familyId && one.level === "must");
  return asked ? familyLack(asked, profile) : null;
}

function credentialLack(job: Rules, { credentials }: Profile, now: Date): Found {
  const today = Number.isNaN(now.getTime()) ? "9999-12-31" : now.toISOString().slice(0, 10);
  const { acceptsApprentices } = job;
  if (satisfiesRule(job.credentialRule, credentials, { acceptsApprentices, today })) return null;
  const current = credentials.filter((held) => isCurrent(held, today)).map(({ code }) => code);
  const old = credentials.filter((held) => !isCurrent(held, today)).map(({ code }) => code);
  const parts = [
    current.length > 0 ? `States ${current.join(", ")}.` : "States no current credential.",
    ...(old.length > 0 ? [`No longer current: ${old.join(", ")}.`] : []),
  ];
  return { has: parts.join(" "), section: "credentials-held" };
}

function stateLack(job: Rules, { state, eligibleStates }: Profile): Found {
  const stated = [...new Set([...(state === null ? [] : [state]), ...eligibleStates])];
  if (stated.some((one) => job.eligibleStates.includes(one))) return null;
  const has = stated.length > 0 ? `States ${describeStates(stated)}.` : "States no state.";
  return { has, section: "location" };
}

function familyLack(
  { familyId, minMonths }: { familyId: string; minMonths: number },
  { experience }: Profile,
): Found {
  const months = monthsIn(familyId, experience);
  if (months > 0 && months >= minMonths) return null;
  const has = months > 0 ? `States ${formatMonths(months)}.` : "States no experience in it.";
  return { has, section: "families" };
}

/**
 * Months stated for a family: the longest of itself, the families below it and those it took over from. Plain
 * months, not weighed by how long ago: whoever is refused must be able to check the sum.
 */
function monthsIn(familyId: string, experience: readonly Experience[]): number {
  const counted = experience.filter((one) => leadsTo(one.familyId, familyId));
  return Math.max(0, ...counted.map(({ months }) => months));
}

function leadsTo(from: string, familyId: string): boolean {
  const seen = new Set<string>();
  let at: string | null = from;
  while (at !== null && !seen.has(at)) {
    if (at === familyId || ancestorsOf(at).some(({ id }) => id === familyId)) return true;
    seen.add(at);
    at = findFamily(at)?.successor ?? null;
  }
  return false;
}

function familyName(familyId: string): string {
  const family = summarizeFamily(familyId);
  return family ? `${family.label} (${family.range})` : familyId;
}
