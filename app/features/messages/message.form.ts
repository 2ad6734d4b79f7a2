import { z } from "zod";
import { TEMPLATE_FIELDS, unknownFields } from "#app/domain/message-template.ts";
import { MESSAGE_BODY_MAX } from "#app/domain/message-thread.ts";
import { integer, listOf, text } from "#app/web/form-fields.ts";

const key = z.uuid("Reload this page and try again.");
const body = text(MESSAGE_BODY_MAX, "Write the message.");

// The control says which words it does not know; a slip would otherwise reach an applicant in braces.
const bodyWithFields = body.pipe(
  z.string().superRefine((template, context) => {
    const unknown = unknownFields(template);
    if (unknown.length === 0) return;
    const known = TEMPLATE_FIELDS.map((field) => `{${field}}`).join(", ");
    context.addIssue({
      code: "custom",
      message: `We do not know ${unknown.slice(0, 3).join(", ")}. The fields are ${known}.`,
    });
  }),
);

/** What an applicant sends: taken literally. */
export const applicantMessageForm = z.object({ body, idempotencyKey: key });

/** What a member sends: fields in braces are filled in. */
export const memberMessageForm = z.object({ body: bodyWithFields, idempotencyKey: key });
export type MessageInput = z.output<typeof memberMessageForm>;

/** Applications one bulk message may go to. */
export const BULK_MAX = 200;

export const bulkMessageForm = z.object({
  body: bodyWithFields,
  application: listOf(z.uuid(), BULK_MAX).refine(
    (ids) => ids.length > 0,
    "Choose at least one application.",
  ),
  idempotencyKey: key,
});

export const templateForm = z.object({
  name: text(80, "Give the template a name."),
  body: bodyWithFields,
  version: integer(0, 2_147_483_647),
});
export type TemplateInput = z.output<typeof templateForm>;
