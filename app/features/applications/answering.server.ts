import { dateTimeWords } from "#app/components/when-words.ts";
import { APPLICATION_STAGE_LABELS } from "#app/domain/application-stage.ts";
import { DomainError, notFoundError } from "#app/domain/errors.ts";
import { canAnswerApplication, canReadApplication } from "#app/domain/policies/application.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import {
  type AnswerableApplication,
  findAnswerable,
  holdApplication,
} from "#db/queries/application-answers.ts";
import { listStageChanges, type StageChange } from "#db/queries/application-moves.ts";
import type { MailFacts, Recipient } from "./mail-facts.ts";

/** The application, held, for a member who may answer it; a stranger meets a 404, a viewer a refusal. */
export async function holdToAnswer(
  trx: Db,
  viewer: Viewer,
  applicationId: string,
): Promise<AnswerableApplication> {
  return requireAnswer(viewer, await holdApplication(trx, applicationId));
}

/** As `holdToAnswer`, for looking only. */
export async function findToAnswer(
  db: Db,
  viewer: Viewer,
  applicationId: string,
): Promise<AnswerableApplication> {
  return requireAnswer(viewer, await findAnswerable(db, applicationId));
}

function requireAnswer(
  viewer: Viewer,
  application: AnswerableApplication | null,
): AnswerableApplication {
  if (!application || !canReadApplication(viewer, application)) throw notFoundError();
  if (canAnswerApplication(viewer, application)) return application;
  throw new DomainError(
    "not-allowed",
    "Your role is viewer: you can read applications. Owners and recruiters answer them.",
  );
}

/** Refuses, with who did what meanwhile, when the application has changed since the page was opened. */
export async function requireUnchanged(
  db: Db,
  application: AnswerableApplication,
  seenVersion: number,
): Promise<void> {
  if (application.version === seenVersion) return;
  const changes = await listStageChanges(db, application.id, 1);
  throw changedMeanwhile(application, changes[0]);
}

/** The refusal of an answer to an application that is no longer what its reader saw. */
export function changedMeanwhile(
  { stage }: Pick<AnswerableApplication, "stage">,
  change?: StageChange,
): DomainError {
  const now = `it is now “${APPLICATION_STAGE_LABELS[stage]}”`;
  return new DomainError(
    "changed-meanwhile",
    `This application has changed since you opened it: ${change ? `${changeWords(change)}, so ${now}` : now}. Look again before you answer. Nothing was sent.`,
  );
}

function changeWords({ kind, toStage, actorName, createdAt }: StageChange): string {
  const when = dateTimeWords(createdAt.toISOString());
  if (kind === "withdrawn") return `the applicant withdrew it on ${when}`;
  const who = actorName ?? "a former member";
  if (kind === "rejected") return `${who} declined it on ${when}`;
  const where = toStage ? APPLICATION_STAGE_LABELS[toStage] : "another stage";
  return `${who} moved it to “${where}” on ${when}`;
}

/** What the mails about this application need. */
export const mailFactsOf = (
  { origin }: Pick<Deps, "origin">,
  application: AnswerableApplication,
): MailFacts => ({
  origin,
  applicationId: application.id,
  jobTitle: application.jobTitle,
  employerName: application.employerName,
});

export const applicantOf = (application: AnswerableApplication): Recipient => ({
  name: application.applicantName,
  address: application.applicantEmail,
});
