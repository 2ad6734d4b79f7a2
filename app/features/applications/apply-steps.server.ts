import { data } from "@remix-run/node";
import type { FormState } from "#app/components/form-state.ts";
import { isDomainError } from "#app/domain/errors.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { formValues, parseForm, refuse } from "#app/web/parse-form.server.ts";
import { findLastCoverNote } from "#db/queries/application-drafts.ts";
import { applicationForm } from "./application.form.ts";
import { UPLOAD_RESUME } from "./application-limits.ts";
import type { LinkedRefusal } from "./apply-refused.tsx";
import { keepApplicationDraft } from "./keep-draft.server.ts";
import { submitApplication } from "./submit-application.server.ts";
import { whatIsWanting } from "./what-is-wanting.server.ts";

export type ApplyStep = "edit" | "review";

export type ApplyAnswer =
  | { kind: "sent"; location: string }
  | { kind: "step"; step: ApplyStep; form: FormState; status: number };

/** Keeps a file the applicant chose; a sentence when it is not one we take. */
export type KeepUpload = (
  file: File,
) => Promise<{ ok: true; resumeId: string } | { ok: false; sentence: string }>;

/**
 * One step of applying. A chosen file is kept at once and becomes the chosen resume: no screen after this one
 * could ask for it again, and what was typed is kept as a draft until it is sent. Throws a 409 or 422 with a link when an application has been sent already.
 */
export async function takeApplyStep(deps: Deps, asked: Step): Promise<ApplyAnswer> {
  const answer = await answerStep(deps, asked);
  if (answer.kind === "step") {
    const { viewer, slug, form } = asked;
    await keepApplicationDraft(deps, { userId: viewer.userId, slug, step: answer.step, form });
  }
  return answer;
}

interface Step {
  viewer: Viewer;
  slug: string;
  form: FormData;
  keepUpload: KeepUpload;
}

async function answerStep(
  deps: Deps,
  { viewer, slug, form, keepUpload }: Step,
): Promise<ApplyAnswer> {
  const intent = form.get("intent");
  if (intent === "reuse-note") {
    const last = await findLastCoverNote(deps.db, viewer.userId);
    const typed = String(form.get("coverNote") ?? "").trim();
    form.set("coverNote", [typed, last?.coverNote].filter(Boolean).join("\n\n"));
    const values = formValues(form);
    return { kind: "step", step: "edit", form: { values, errors: {} }, status: 200 };
  }
  if (intent === "edit") {
    return {
      kind: "step",
      step: "edit",
      form: { values: formValues(form), errors: {} },
      status: 200,
    };
  }
  const file = form.get("resume");
  if (file instanceof File && file.name !== "") {
    const kept = await keepUpload(file);
    if (!kept.ok) {
      return {
        kind: "step",
        step: "edit",
        form: refuse(form, "resume", kept.sentence),
        status: 422,
      };
    }
    form.set("resumeId", kept.resumeId);
  }
  if (form.get("resumeId") === UPLOAD_RESUME) {
    const shown = refuse(form, "resume", "Choose the file to send.");
    return { kind: "step", step: "edit", form: shown, status: 422 };
  }
  const parsed = parseForm(applicationForm, form);
  if (!parsed.ok) return { kind: "step", step: "edit", form: parsed.form, status: 422 };
  const wanting = await whatIsWanting(deps, { viewer, slug, form, answers: parsed.value.answers });
  if (wanting) return { kind: "step", step: "edit", form: wanting, status: 422 };
  if (intent !== "send") {
    const values = formValues(form);
    return { kind: "step", step: "review", form: { values, errors: {} }, status: 200 };
  }
  try {
    const location = await submitApplication(deps, { viewer, slug, input: parsed.value });
    return { kind: "sent", location };
  } catch (error) {
    if (!isDomainError(error) || error.code === "not-found") throw error;
    const { code, message, link } = error;
    if (link) {
      const title = code === "already-applied" ? "You have already applied" : "Already sent";
      const refusal: LinkedRefusal = { title, sentence: message, link };
      throw data(refusal, { status: STATUS[code] });
    }
    return { kind: "step", step: "edit", form: refuse(form, "", message), status: STATUS[code] };
  }
}
