import { data, redirect } from "@remix-run/node";
import { isDomainError } from "#app/domain/errors.ts";
import { firstNameOf } from "#app/domain/message-template.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { formValues, parseForm, refuse } from "#app/web/parse-form.server.ts";
import { findExampleParties } from "#db/queries/message-parties.ts";
import { deleteTemplate } from "#db/queries/message-templates.ts";
import { templateForm } from "./message.form.ts";
import { fillFor, whyMissing } from "./message-words.ts";
import { addTemplate, editTemplate, NAME_TAKEN } from "./save-template.server.ts";

export interface TemplatePreview {
  text: string;
  /** Whose words were put in: a real application, or an invented one while there is none. */
  by: string;
  /** What this application has nothing for; "" when all is filled. */
  missing: string;
}

interface Asked {
  viewer: Viewer & { membership: Membership };
  id: string;
  isNew: boolean;
  form: FormData;
}

const LIST = "/employer/templates";

/** Answers the template form's buttons: "preview" keeps nothing, "delete" removes, anything else saves. */
export async function answerTemplate(deps: Deps, { viewer, id, isNew, form }: Asked) {
  const { employerId } = viewer.membership;
  const intent = form.get("intent");
  if (intent === "delete" && !isNew) {
    await deleteTemplate(deps.db, { id, employerId });
    return redirect(`${LIST}?done=deleted`, 303);
  }
  const parsed = parseForm(templateForm, form);
  if (!parsed.ok) return data({ form: parsed.form, preview: null }, { status: 422 });
  if (intent === "preview") {
    const preview = await previewOf(deps, viewer, parsed.value.body);
    return data({ form: { values: formValues(form), errors: {} }, preview });
  }
  try {
    await (isNew ? addTemplate : editTemplate)(deps, { viewer, id, input: parsed.value });
  } catch (error) {
    if (!isDomainError(error) || error.code === "not-found") throw error;
    const { code, message } = error;
    const refusal = refuse(form, message === NAME_TAKEN ? "name" : "", message);
    return data({ form: refusal, preview: null }, { status: STATUS[code] });
  }
  return redirect(`${LIST}?done=saved`, 303);
}

async function previewOf(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { membership, name }: Viewer & { membership: Membership },
  template: string,
): Promise<TemplatePreview> {
  const real = await findExampleParties(db, membership.employerId);
  const about = real
    ? { ...real, applicantName: real.sentName ?? real.applicantName }
    : {
        applicantName: "Dana Coder",
        jobTitle: "Cardiology Coder",
        employerName: membership.employerName,
        replyBy: clock(),
      };
  const { text, missing } = fillFor(template, about, name);
  return {
    text,
    by: real
      ? `${firstNameOf(about.applicantName)}’s application for ${about.jobTitle}`
      : "an invented applicant, because nobody has applied yet",
    missing: whyMissing(missing),
  };
}
