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

/** Refuses when somebody else has moved the application since the page was opened. */
export function requireUnchanged(application: AnswerableApplication, seenVersion: number): void {
  if (application.version === seenVersion) return;
  throw changedMeanwhile(application);
}

export const changedMeanwhile = ({ stage }: Pick<AnswerableApplication, "stage">): DomainError =>
  new DomainError(
    "changed-meanwhile",
    `This application has changed since you opened it: it is now “${APPLICATION_STAGE_LABELS[stage]}”. Look again before you answer. Nothing was sent.`,
  );

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
