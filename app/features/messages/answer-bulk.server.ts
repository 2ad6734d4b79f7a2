import { data } from "@remix-run/node";
import type { FormState } from "#app/components/form-state.ts";
import { isDomainError } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { formValues, parseForm, refuse } from "#app/web/parse-form.server.ts";
import { listChosenParties } from "#db/queries/message-parties.ts";
import { bulkMessageForm } from "./message.form.ts";
import { fillFor, UNNAMED, whyMissing } from "./message-words.ts";
import { readTemplateBody } from "./read-templates.server.ts";
import { type BulkOutcome, sendBulkMessage } from "./send-bulk-message.server.ts";

export interface BulkAnswer {
  form: FormState | null;
  preview: { to: string; text: string; missing: string } | null;
  /** Of a message that was sent. */
  outcomes: BulkOutcome[] | null;
}

interface Asked {
  viewer: Viewer & { membership: Membership };
  jobId: string;
  form: FormData;
}

const answer = (given: Partial<BulkAnswer>, status = 200) => {
  const whole: BulkAnswer = { form: null, preview: null, outcomes: null, ...given };
  return data(whole, { status });
};

/** Answers the bulk form's buttons: "fill" puts a template's words in, "preview" shows one, anything else sends. */
export async function answerBulk(deps: Deps, { viewer, jobId, form }: Asked) {
  const { employerId } = viewer.membership;
  if (form.get("intent") === "fill") {
    const id = String(form.get("template") ?? "");
    const words = await readTemplateBody(deps.db, { id, employerId });
    if (words === null)
      return answer({ form: refuse(form, "template", "Choose a template.") }, 422);
    const typed = String(form.get("body") ?? "").trim();
    const body = typed === "" || typed === words ? words : `${typed}\n\n${words}`;
    return answer({ form: { values: { ...formValues(form), body: [body] }, errors: {} } });
  }
  const parsed = parseForm(bulkMessageForm, form);
  if (!parsed.ok) return answer({ form: parsed.form }, 422);
  const { body, application, idempotencyKey } = parsed.value;
  // Whatever else was asked for: only this job's applications are written to from here.
  const chosen = await listChosenParties(deps.db, { jobId, applicationIds: application });
  if (form.get("intent") === "preview") {
    const [first] = chosen;
    if (!first) return answer({ form: refuse(form, "application", "Choose an application.") }, 422);
    const { sentName } = first;
    const about = { ...first, applicantName: sentName ?? "" };
    const { text, missing } = fillFor(body, about, viewer.name);
    return answer({
      form: { values: formValues(form), errors: {} },
      preview: { to: sentName ?? UNNAMED, text, missing: whyMissing(missing) },
    });
  }
  try {
    const applicationIds = chosen.map(({ applicationId }) => applicationId);
    const outcomes = await sendBulkMessage(deps, { viewer, applicationIds, body, idempotencyKey });
    return answer({ outcomes });
  } catch (error) {
    if (!isDomainError(error) || error.code === "not-found") throw error;
    return answer({ form: refuse(form, "", error.message) }, STATUS[error.code]);
  }
}
