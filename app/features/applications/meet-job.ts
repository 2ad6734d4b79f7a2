import { DomainError } from "#app/domain/errors.ts";
import { type Lack, lacksOf } from "#app/domain/knock-outs.ts";
import type { MatchApplicant } from "#app/domain/match.ts";
import type { PublicJob } from "#app/domain/public-job.ts";
import type { ScreeningAnswer } from "#app/domain/screening.ts";
import { readAnswers } from "./screening.form.ts";

/** The answers to what the job asks now; refused when it asks something else than what was answered. */
export function requireAnswers(
  { screeningQuestions }: Pick<PublicJob, "screeningQuestions">,
  typed: Readonly<Record<string, unknown>>,
): ScreeningAnswer[] {
  const read = readAnswers(screeningQuestions, typed);
  if (read.ok) return read.answers;
  throw new DomainError(
    "changed-meanwhile",
    "The employer’s questions need another look: one of them is new or has changed. Answer it, then send.",
  );
}

/**
 * What the employer insists on and the profile does not meet. Refused with the reasons where the employer takes no
 * such applications, else the flags the application will carry.
 */
export function requireConditions(job: PublicJob, applicant: MatchApplicant, now: Date): Lack[] {
  const lacks = lacksOf(job, applicant, now);
  if (lacks.length === 0 || job.knockOuts.effect === "flag") return lacks;
  throw new DomainError("incomplete", refusalWords(lacks));
}

export const refusalWords = (lacks: readonly Lack[]): string =>
  `The employer only takes applications that meet its conditions. Your profile does not show: ${lacks
    .map(({ asked }) => asked)
    .join("; ")}.`;
