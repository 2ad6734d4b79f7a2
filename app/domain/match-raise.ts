import { type HeldCredential, isCurrent } from "./credential-rule.ts";
import type { MatchApplicant, MatchJob } from "./match.ts";
import { scoreMatch } from "./match-score.ts";

/** One thing a profile could gain, and what it would buy on this job. */
export type RaiseStep =
  | { kind: "experience"; familyId: string; months: number }
  | { kind: "credential"; code: string }
  | { kind: "setting"; slug: string }
  | { kind: "specialty"; slug: string };

export interface Raise {
  step: RaiseStep;
  /** Whole points the score rises by when this step alone is taken. */
  points: number;
}

const SHOWN = 6;

/**
 * What would raise the score, dearest first: each step is tried on a copy of the profile and scored anew, so the points
 * are what taking it brings. State and level are left out: nobody moves house or gains ten years for a score.
 */
export function raiseSteps(job: MatchJob, applicant: MatchApplicant, now: Date): Raise[] {
  const before = scoreMatch(job, applicant, now).score;
  return candidates(job, applicant, now)
    .map((step) => ({
      step,
      points: scoreMatch(job, takeStep(applicant, step, now), now).score - before,
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, SHOWN);
}

/** The profile with the step taken, today. */
export function takeStep(applicant: MatchApplicant, step: RaiseStep, now: Date): MatchApplicant {
  switch (step.kind) {
    case "experience":
      return { ...applicant, experience: [...applicant.experience, gained(step, now)] };
    case "credential":
      return { ...applicant, credentials: [...applicant.credentials, held(step.code)] };
    case "setting":
      return { ...applicant, settings: [...applicant.settings, step.slug] };
    case "specialty":
      return { ...applicant, specialties: [...applicant.specialties, step.slug] };
  }
}

function candidates(job: MatchJob, applicant: MatchApplicant, now: Date): RaiseStep[] {
  const today = now.toISOString().slice(0, 10);
  const current = new Set(
    applicant.credentials.filter((one) => isCurrent(one, today)).map(({ code }) => code),
  );
  const codes = new Set([...job.credentialRule.flat(), ...job.preferredCredentials]);
  const wanting = (asked: readonly string[], has: readonly string[]) =>
    asked.some((slug) => has.includes(slug)) ? [] : asked;
  return [
    ...job.requirements.map(({ familyId, minMonths }): RaiseStep => {
      return { kind: "experience", familyId, months: Math.max(1, minMonths) };
    }),
    ...[...codes]
      .filter((code) => !current.has(code))
      .map((code): RaiseStep => ({ kind: "credential", code })),
    ...wanting(job.settings, applicant.settings).map((slug): RaiseStep => {
      return { kind: "setting", slug };
    }),
    ...wanting(job.specialties, applicant.specialties).map((slug): RaiseStep => {
      return { kind: "specialty", slug };
    }),
  ];
}

const gained = ({ familyId, months }: { familyId: string; months: number }, now: Date) => ({
  familyId,
  months,
  lastUsedOn: `${now.toISOString().slice(0, 7)}-01`,
  accuracyPercent: null,
  volume: null,
  volumeUnit: null,
});

const held = (code: string): HeldCredential => ({ code, status: "self-reported", expiresOn: null });
