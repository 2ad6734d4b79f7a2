import { data, redirect } from "@remix-run/node";
import type { FormState } from "#app/components/form-state.ts";
import { employerMoves } from "#app/domain/application-stage.ts";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { formValues, parseForm, refuse } from "#app/web/parse-form.server.ts";
import { applicantOf, findToAnswer, mailFactsOf } from "../answering.server.ts";
import { applicationMovedEmail } from "../application-moved.email.ts";
import { applicationRejectedEmail } from "../application-rejected.email.ts";
import { answerSeveral, type SeenApplication, type SharedAnswer } from "./answer-several.server.ts";
import { bulkMoveForm, bulkRejectForm } from "./bulk.form.ts";
import { requireAnsweringDesk } from "./own-desk.server.ts";
import { backTo } from "./read-selection.server.ts";
import { wordsFor } from "./shared-words.server.ts";

export interface SelectionAnswer {
  form: FormState;
  /** The mail the first of them would get; null when none was asked for. */
  preview: { to: string; subject: string; text: string } | null;
}

interface Asked {
  viewer: Viewer & { membership: Membership };
  jobId: string;
  form: FormData;
  /** The list's query, to come back to. */
  back: string | null;
  /** The words of a template by its id; null for none. */
  findTemplate: (id: string) => Promise<string | null>;
}

/**
 * "move", "reject", "preview-…" of either, which sends nothing, or "fill-…", which puts a template's words in. Leads to the report of what was done.
 */
export async function answerSelection(
  deps: Deps,
  { viewer, jobId, form, back, findTemplate }: Asked,
) {
  await requireAnsweringDesk(deps.db, { viewer, jobId });
  const intent = String(form.get("intent"));
  if (intent.startsWith("fill-")) {
    const words = await findTemplate(String(form.get("template")));
    if (words !== null) form.set(intent === "fill-move" ? "message" : "rejectMessage", words);
    return data(shown({ values: formValues(form), errors: {} }));
  }
  const parsed = intent.endsWith("reject") ? parseReject(form) : parseMove(form);
  if (!parsed.ok) return data(shown(parsed.form), { status: 422 });
  const { key, seen, answer } = parsed;
  try {
    if (intent.startsWith("preview-")) {
      const preview = await previewOf(deps, viewer, seen, answer);
      return data({ form: { values: formValues(form), errors: {} }, preview });
    }
    await answerSeveral(deps, { viewer, jobId, key, seen, answer });
  } catch (error) {
    if (!isDomainError(error) || error.code === "not-found") throw error;
    return data(shown(refuse(form, "", error.message)), { status: STATUS[error.code] });
  }
  const query = new URLSearchParams({ back: backTo(back) });
  return redirect(`/employer/jobs/${jobId}/applications/answered/${key}?${query}`, 303);
}

const shown = (form: FormState): SelectionAnswer => ({ form, preview: null });

type Parsed =
  | { ok: true; key: string; seen: SeenApplication[]; answer: SharedAnswer }
  | { ok: false; form: FormState };

function parseMove(form: FormData): Parsed {
  const parsed = parseForm(bulkMoveForm, form);
  if (!parsed.ok) return parsed;
  const { idempotencyKey: key, seen, stage, message } = parsed.value;
  if (stage === "rejected") {
    return { ok: false, form: refuse(form, "stage", "Decline them instead, with a reason.") };
  }
  return { ok: true, key, seen, answer: { kind: "move", stage, message } };
}

function parseReject(form: FormData): Parsed {
  const parsed = parseForm(bulkRejectForm, form);
  if (!parsed.ok) return parsed;
  const { idempotencyKey: key, seen, reason, rejectMessage } = parsed.value;
  return { ok: true, key, seen, answer: { kind: "reject", reason, rejectMessage } };
}

async function previewOf(
  deps: Deps,
  viewer: Viewer,
  seen: readonly SeenApplication[],
  answer: SharedAnswer,
): Promise<SelectionAnswer["preview"]> {
  const application = await findToAnswer(deps.db, viewer, seen[0]?.id ?? "");
  // The mail would name somebody who withdrew.
  if (employerMoves(application.stage).length === 0) {
    throw new DomainError("illegal-move", "The first of them is closed, so no mail can be sent.");
  }
  const facts = { ...mailFactsOf(deps, application), to: applicantOf(application) };
  const { subject, text } =
    answer.kind === "move"
      ? applicationMovedEmail({
          ...facts,
          stage: answer.stage,
          message: wordsFor(application, viewer, answer.message),
        })
      : applicationRejectedEmail({
          ...facts,
          reason: answer.reason,
          message: wordsFor(application, viewer, answer.rejectMessage),
        });
  const letter = text.split("\n--\n")[0]?.trim() ?? text;
  return { to: application.applicantName, subject, text: letter };
}
