import { z } from "zod";
import { APPLICATION_STAGES, REJECT_REASONS } from "#app/domain/application-stage.ts";
import { unknownFields } from "#app/domain/message-template.ts";
import { listOf, optionalText } from "#app/web/form-fields.ts";
import { MESSAGE_MAX } from "../application-limits.ts";
import { BULK_MAX } from "./bulk-limits.ts";

/** "<application id>~<the version its reader saw>". */
const seen = listOf(
  z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~\d{1,9}$/, "Reload this page."),
  BULK_MAX,
)
  .refine((entries) => entries.length > 0, "Choose at least one application.")
  .transform((entries) =>
    entries.map((entry) => {
      const [id = "", version = ""] = entry.split("~");
      return { id, version: Number(version) };
    }),
  );
const words = optionalText(MESSAGE_MAX).refine(
  (text) => unknownFields(text).length === 0,
  "These words hold braces that no field fills. Look for a slip in {…}.",
);
const idempotencyKey = z.uuid("Reload this page and try again.");

export const bulkMoveForm = z.object({
  seen,
  idempotencyKey,
  stage: z.enum(APPLICATION_STAGES, "Choose the stage to move to."),
  message: words,
});

const REASONS = Object.keys(REJECT_REASONS) as [keyof typeof REJECT_REASONS];

export const bulkRejectForm = z
  .object({
    seen,
    idempotencyKey,
    reason: z.enum(REASONS, "Choose a reason: the applicants are told it."),
    rejectMessage: words,
  })
  .refine(({ reason, rejectMessage }) => reason !== "other" || rejectMessage !== "", {
    path: ["rejectMessage"],
    message: "Write what the other reason is: the applicants read these words.",
  });
