import { data, redirect } from "@remix-run/node";
import type { FormState } from "#app/components/form-state.ts";
import { isDomainError } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { formValues, parseForm, refuse } from "#app/web/parse-form.server.ts";
import { findParties } from "#db/queries/message-parties.ts";
import { applicantMessageForm, memberMessageForm } from "./message.form.ts";
import { fillFor } from "./message-words.ts";
import { readTemplateBody } from "./read-templates.server.ts";
import { sendMessage } from "./send-message.server.ts";
import { mayWriteAs, requireSide, viewersOnlyRead } from "./thread-access.ts";

interface Asked {
  viewer: Viewer;
  applicationId: string;
  form: FormData;
}

/**
 * Answers the composer's buttons: "fill" puts a template's words into it, anything else sends. A refusal keeps all
 * that was typed; a success leads back to the page the composer stood on.
 */
export async function answerThread(deps: Deps, asked: Asked) {
  const { viewer, applicationId, form } = asked;
  // Before the form is looked at: what is wrong with it is no business of somebody who may not send it.
  const parties = await findParties(deps.db, applicationId);
  const side = requireSide(viewer, parties);
  if (parties && !mayWriteAs(side, viewer, parties)) throw viewersOnlyRead();
  if (side === "employer" && form.get("intent") === "fill") {
    return data({ form: await withTemplate(deps, asked) });
  }
  const parsed = parseForm(side === "employer" ? memberMessageForm : applicantMessageForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  try {
    await sendMessage(deps, { viewer, applicationId, input: parsed.value });
  } catch (error) {
    if (!isDomainError(error) || error.code === "not-found") throw error;
    const name = error.code === "incomplete" ? "body" : "";
    return data({ form: refuse(form, name, error.message) }, { status: STATUS[error.code] });
  }
  const application = `/${side}/applications/${applicationId}`;
  const back = form.get("from") === "application" ? application : `${application}/messages`;
  return redirect(`${back}?messageSent#messages`, 303);
}

/** The composer with a template's words below what was typed. */
async function withTemplate(
  deps: Deps,
  { viewer, applicationId, form }: Asked,
): Promise<FormState> {
  const words = await templateWords(deps, {
    viewer,
    applicationId,
    templateId: String(form.get("template") ?? ""),
  });
  if (words === null) return refuse(form, "template", "Choose a template.");
  const typed = String(form.get("body") ?? "").trim();
  const body = typed === "" || typed === words ? words : `${typed}\n\n${words}`;
  return { values: { ...formValues(form), body: [body] }, errors: {} };
}

/**
 * A template filled for one application. A field with nothing to say stays in its braces, where the member sees it;
 * null for no such template.
 */
export async function templateWords(
  deps: Pick<Deps, "db">,
  {
    viewer,
    applicationId,
    templateId,
  }: {
    viewer: Viewer & { membership: Membership | null };
    applicationId: string;
    templateId: string;
  },
): Promise<string | null> {
  const parties = await findParties(deps.db, applicationId);
  if (!parties || parties.employerId !== viewer.membership?.employerId) return null;
  const { employerId, sentName } = parties;
  const template = await readTemplateBody(deps.db, { id: templateId, employerId });
  if (template === null) return null;
  const about = { ...parties, applicantName: sentName ?? "" };
  return fillFor(template, about, viewer.name).text;
}
