import { data } from "@remix-run/node";
import type { z } from "zod";
import { isDomainError } from "#app/domain/errors.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { parseForm, refuse } from "#app/web/parse-form.server.ts";

/** A sent decision with its reason under the name its schema knows (`ReasonForm` prefixes it with the intent). */
function withReason(form: FormData, intent: string): FormData {
  const plain = new FormData();
  for (const [name, value] of form) {
    plain.append(name === `${intent}-reason` ? "reason" : name, value);
  }
  return plain;
}

/**
 * Reads a decision, makes it and answers with what to show when it was refused; null when it was made.
 */
export async function answerDecision<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  decide: (value: z.output<Schema>) => Promise<void>,
) {
  const intent = String(form.get("intent"));
  const sent = withReason(form, intent);
  const parsed = parseForm(schema, sent);
  if (!parsed.ok) return data({ intent, form: parsed.form }, { status: 422 });
  try {
    await decide(parsed.value);
    return null;
  } catch (error) {
    if (!isDomainError(error) || error.code === "not-found") throw error;
    return data({ intent, form: refuse(sent, "", error.message) }, { status: STATUS[error.code] });
  }
}
