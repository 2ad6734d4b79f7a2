import {
  CREDENTIAL_STATUS_LABELS,
  type CredentialRule,
  credentialsInRule,
  describeCredentialRule,
  type HeldCredential,
  isCurrent,
  satisfiesRule,
} from "./credential-rule.ts";
import type { MatchApplicant, MatchFinding, MatchJob } from "./match.ts";
import { MATCH_WEIGHTS, sumOf, takenOff } from "./match-weights.ts";

/** Of the aspect's points, those of a credential the employer would merely like; the rule has the others. */
export const PREFERRED_POINTS = 2;
const RULE_POINTS = MATCH_WEIGHTS.credentials.points - PREFERRED_POINTS;

/**
 * The credential rule and the preferred list. Lapsed, revoked and expired credentials count for nothing, an
 * apprentice form (CPC-A) only where the job takes apprentices, and either is said in words.
 */
export function credentialFinding(
  job: MatchJob,
  applicant: MatchApplicant,
  now: Date,
): MatchFinding {
  const rule = job.credentialRule.filter((group) => group.length > 0);
  const preferred = job.preferredCredentials;
  if (rule.length === 0 && preferred.length === 0) {
    return { atStake: 0, lost: 0, standing: "not-asked", sentence: "No credential asked." };
  }
  const today = dayOf(now);
  const current = applicant.credentials.filter((held) => isCurrent(held, today));
  const codes = new Set(current.map(({ code }) => code));
  const accepted = (code: string) =>
    codes.has(code) || (job.acceptsApprentices && codes.has(`${code}-A`));

  // The group the holder is nearest to decides: any of them suffices.
  const cost = (lacks: (code: string) => number) =>
    rule.length === 0
      ? 0
      : Math.min(...rule.map((group) => sumOf(takenOff(RULE_POINTS, group.map(lacks)))));
  const extra = preferred.some((code) => codes.has(code));
  const wished = preferred.length > 0 ? PREFERRED_POINTS : 0;
  const atStake = cost(() => 1) + wished;
  const lost = cost((code) => (accepted(code) ? 0 : 1)) + (extra ? 0 : wished);
  const { acceptsApprentices } = job;
  const met =
    rule.length === 0
      ? extra
      : satisfiesRule(rule, applicant.credentials, { acceptsApprentices, today });
  const some = extra || rule.flat().some(accepted);
  return {
    atStake,
    lost,
    standing: met ? "covered" : some ? "partly" : "missing",
    sentence: [
      holds(rule, preferred, current, accepted),
      ...shortfalls(rule, applicant.credentials, { today, codes, job }),
      asked(rule, preferred),
    ].join(" "),
  };
}

function holds(
  rule: CredentialRule,
  preferred: readonly string[],
  current: readonly HeldCredential[],
  accepted: (code: string) => boolean,
): string {
  const named = [...credentialsInRule(rule), ...preferred];
  const counting = current.filter(
    ({ code }) => named.includes(code) || (code.endsWith("-A") && accepted(code.slice(0, -2))),
  );
  if (counting.length === 0) return "Holds none of the credentials asked.";
  const words = counting.map(
    ({ code, status }) => `${code} (${CREDENTIAL_STATUS_LABELS[status].toLowerCase()})`,
  );
  return `Holds ${words.join(", ")}.`;
}

/** What looks like the asked credential but does not count, and why. */
function shortfalls(
  rule: CredentialRule,
  held: readonly HeldCredential[],
  { today, codes, job }: { today: string; codes: ReadonlySet<string>; job: MatchJob },
): string[] {
  return credentialsInRule(rule)
    .filter((code) => !codes.has(code))
    .flatMap((code) => {
      const old = held.find((one) => one.code === code && !isCurrent(one, today));
      if (old) return [`${code} is ${old.status === "revoked" ? "revoked" : "no longer current"}.`];
      if (!codes.has(`${code}-A`) || job.acceptsApprentices) return [];
      return [`${code}-A does not count as ${code}: this job does not take apprentices.`];
    });
}

function asked(rule: CredentialRule, preferred: readonly string[]): string {
  const parts = [
    rule.length > 0 ? describeCredentialRule(rule) : "",
    preferred.length > 0 ? `preferred ${preferred.join(" or ")}` : "",
  ];
  return `Asked: ${parts.filter((part) => part !== "").join("; ")}.`;
}

/** "YYYY-MM-DD" in UTC; an impossible date sorts after every expiry, so nothing dated counts. */
const dayOf = (now: Date): string =>
  Number.isNaN(now.getTime()) ? "9999-12-31" : now.toISOString().slice(0, 10);
