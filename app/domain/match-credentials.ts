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

/** The rule decides; a credential the employer would merely like adds this part of the aspect. */
export const PREFERRED_SHARE = 0.2;

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
    return { share: 0, standing: "not-asked", sentence: "No credential asked." };
  }
  const today = dayOf(now);
  const current = applicant.credentials.filter((held) => isCurrent(held, today));
  const codes = new Set(current.map(({ code }) => code));
  const accepted = (code: string) =>
    codes.has(code) || (job.acceptsApprentices && codes.has(`${code}-A`));

  const ruleShare = Math.max(
    0,
    ...rule.map((group) => group.filter(accepted).length / group.length),
  );
  const extra = preferred.filter((code) => codes.has(code));
  const extraShare = extra.length > 0 ? 1 : 0;
  const share =
    rule.length === 0
      ? extraShare
      : preferred.length === 0
        ? ruleShare
        : ruleShare * (1 - PREFERRED_SHARE) + extraShare * PREFERRED_SHARE;
  const { acceptsApprentices } = job;
  const met =
    rule.length === 0
      ? extraShare === 1
      : satisfiesRule(rule, applicant.credentials, { acceptsApprentices, today });
  return {
    share,
    standing: met ? "covered" : share > 0 ? "partly" : "missing",
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
