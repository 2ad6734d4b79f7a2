import { data } from "@remix-run/node";
import { isDomainError } from "#app/domain/errors.ts";
import { STATUS } from "./handled.server.ts";
import { refuse } from "./parse-form.server.ts";

/** A refused form as an action's answer: the sentence beside `name` ("" = about the whole), everything typed kept. */
export const refused = (form: FormData, name: string, message: string, status = 422) =>
  data({ form: refuse(form, name, message) }, { status });

/** An expected refusal of a use case as the form it refused; anything else is thrown on. */
export function refusedBy(error: unknown, form: FormData) {
  if (!isDomainError(error)) throw error;
  return refused(form, "", error.message, STATUS[error.code]);
}
