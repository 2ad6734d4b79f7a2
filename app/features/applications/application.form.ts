import { z } from "zod";
import { APPLICATION_STAGES, REJECT_REASONS } from "#app/domain/application-stage.ts";
import { integer, listOf, optionalInteger, optionalText, text } from "#app/web/form-fields.ts";
import { COVER_NOTE_MAX, MESSAGE_MAX, NO_RESUME, NOTE_MAX } from "./application-limits.ts";

const key = z.uuid("Reload this page and try again.");
const version = integer(0, 2_147_483_647);

/** What an applicant sends: the profile goes along as it stood at `profileVersion`. */
export const applicationForm = z.object({
  resumeId: z
    .union([z.literal(NO_RESUME), z.uuid()], "Choose a resume, or to send none.")
    .transform((choice) => (choice === NO_RESUME ? null : choice)),
  coverNote: optionalText(COVER_NOTE_MAX),
  // As typed, by question: what each must be is for the job to say (screening.form.ts).
  answers: z.record(z.string().max(40), z.unknown()).default({}),
  profileVersion: version,
  idempotencyKey: key,
});
export type ApplicationInput = z.output<typeof applicationForm>;

export const moveForm = z.object({
  stage: z.enum(APPLICATION_STAGES, "Choose the stage to move to."),
  message: optionalText(MESSAGE_MAX),
  version,
});
export type MoveInput = z.output<typeof moveForm>;

/** A card moved on the board, or in the list: there is no room for words. */
export const boardMoveForm = z.object({
  applicationId: z.uuid(),
  stage: z.enum(APPLICATION_STAGES, "Choose the stage to move to."),
  version,
});

const REASONS = Object.keys(REJECT_REASONS) as [keyof typeof REJECT_REASONS];

export const rejectForm = z
  .object({
    reason: z.enum(REASONS, "Choose a reason: the applicant is told it."),
    rejectMessage: optionalText(MESSAGE_MAX),
    version,
  })
  .refine(({ reason, rejectMessage }) => reason !== "other" || rejectMessage !== "", {
    path: ["rejectMessage"],
    message: "Write what the other reason is: the applicant reads these words.",
  });
export type RejectInput = z.output<typeof rejectForm>;

export const noteForm = z.object({
  note: text(NOTE_MAX, "Write the note."),
  tell: listOf(z.uuid(), 50),
});

export const ratingForm = z.object({ score: optionalInteger(1, 5) });
