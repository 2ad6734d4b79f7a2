import { data, redirect } from "@remix-run/node";
import type { FormState } from "#app/components/form-state.ts";
import { isDomainError } from "#app/domain/errors.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { STATUS } from "#app/web/handled.server.ts";
import { formValues, type ParsedForm, parseForm, refuse } from "#app/web/parse-form.server.ts";
import { addNote } from "./add-note.server.ts";
import { applicantOf, findToAnswer, mailFactsOf } from "./answering.server.ts";
import { moveForm, noteForm, ratingForm, rejectForm } from "./application.form.ts";
import { applicationMovedEmail } from "./application-moved.email.ts";
import { applicationRejectedEmail } from "./application-rejected.email.ts";
import { moveApplication } from "./move-application.server.ts";
import { rateApplication } from "./rate-application.server.ts";
import { rejectApplication } from "./reject-application.server.ts";

/** Which of the page's forms is answered. */
export type AnswerPart = "move" | "reject" | "note" | "rate";

export interface Answer {
  part: AnswerPart;
  form: FormState;
  /** The mail the applicant would get; null when none was asked for. */
  preview: { subject: string; text: string } | null;
}

export const DONE: Partial<Record<string, string>> = {
  move: "Moved. The applicant gets a mail.",
  reject: "Declined. The applicant gets a mail.",
  note: "Note kept.",
  rate: "Rating kept.",
};

interface Asked {
  viewer: Viewer;
  applicationId: string;
  form: FormData;
  /** The query of the list the reader came from, which stays in the address. */
  back?: string;
}

const PARTS: readonly AnswerPart[] = ["move", "reject", "note", "rate"];

/**
 * Does what the pressed button says: "move", "reject", "note", "rate", or "preview-move" and "preview-reject", which send
 * nothing. Answers the redirect of a success or the form to show again.
 */
export async function answerApplication(deps: Deps, asked: Asked) {
  // Before the form is looked at: what is wrong with it is no business of somebody who may not send it.
  await findToAnswer(deps.db, asked.viewer, asked.applicationId);
  const intent = String(asked.form.get("intent"));
  const part = PARTS.find((one) => intent.endsWith(one)) ?? "note";
  try {
    const outcome = intent.startsWith("preview-")
      ? await preview(deps, asked, part)
      : await act(deps, asked, part);
    if (!outcome) {
      const query = new URLSearchParams(asked.back);
      query.set("done", part);
      return redirect(`/employer/applications/${asked.applicationId}?${query}`, 303);
    }
    return data({ part, ...outcome.answer }, { status: outcome.status });
  } catch (error) {
    if (!isDomainError(error) || error.code === "not-found") throw error;
    const form = refuse(asked.form, "", error.message);
    return data({ part, form, preview: null }, { status: STATUS[error.code] });
  }
}

interface Outcome {
  answer: Omit<Answer, "part">;
  status: number;
}

const invalid = (form: FormState): Outcome => ({ answer: { form, preview: null }, status: 422 });

async function act(deps: Deps, asked: Asked, part: AnswerPart): Promise<Outcome | null> {
  const { viewer, applicationId, form } = asked;
  const who = { viewer, applicationId };
  switch (part) {
    case "move": {
      const parsed = parseForm(moveForm, form);
      if (!parsed.ok) return invalid(parsed.form);
      await moveApplication(deps, { ...who, input: parsed.value });
      return null;
    }
    case "reject": {
      const parsed = parseForm(rejectForm, form);
      if (!parsed.ok) return invalid(parsed.form);
      await rejectApplication(deps, { ...who, input: parsed.value });
      return null;
    }
    case "note": {
      const parsed = parseForm(noteForm, form);
      if (!parsed.ok) return invalid(parsed.form);
      await addNote(deps, { ...who, body: parsed.value.note, tell: parsed.value.tell });
      return null;
    }
    case "rate": {
      const parsed = parseForm(ratingForm, form);
      if (!parsed.ok) return invalid(parsed.form);
      await rateApplication(deps, { ...who, score: parsed.value.score });
      return null;
    }
  }
}

async function preview(deps: Deps, asked: Asked, part: AnswerPart): Promise<Outcome> {
  const application = await findToAnswer(deps.db, asked.viewer, asked.applicationId);
  const facts = { ...mailFactsOf(deps, application), to: applicantOf(application) };
  if (part === "reject") {
    return shown(asked.form, parseForm(rejectForm, asked.form), ({ reason, rejectMessage }) =>
      applicationRejectedEmail({ ...facts, reason, message: rejectMessage }),
    );
  }
  return shown(asked.form, parseForm(moveForm, asked.form), ({ stage, message }) =>
    applicationMovedEmail({ ...facts, stage, message }),
  );
}

function shown<Input>(
  form: FormData,
  parsed: ParsedForm<Input>,
  mailOf: (input: Input) => Mail,
): Outcome {
  if (!parsed.ok) return invalid(parsed.form);
  const { subject, text } = mailOf(parsed.value);
  // What the member decides on is the letter; the footer is the same on every mail.
  const letter = text.split("\n--\n")[0]?.trim() ?? text;
  const state = { values: formValues(form), errors: {} };
  return { answer: { form: state, preview: { subject, text: letter } }, status: 200 };
}
