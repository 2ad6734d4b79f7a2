import { z } from "zod";
import type { FormErrors } from "#app/components/form-state.ts";
import {
  type ScreeningAnswer,
  type ScreeningQuestion,
  SHORT_ANSWER_MAX,
} from "#app/domain/screening.ts";
import { decimal, optionalText } from "#app/web/form-fields.ts";

const LARGEST = 1_000_000_000;

/** The schema of one answer, as its question asks for it; the answer comes out as it will be shown. */
function answerField({ kind, required, choices }: ScreeningQuestion): z.ZodType<string> {
  const given = givenField(kind, choices);
  return optionalText(5_000).transform((typed, context) => {
    if (typed === "") {
      if (required) context.addIssue({ code: "custom", message: "Answer this question." });
      return "";
    }
    const read = given.safeParse(typed);
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "" });
    return z.NEVER;
  });
}

function givenField(
  kind: ScreeningQuestion["kind"],
  choices: readonly string[],
): z.ZodType<string> {
  switch (kind) {
    case "yes-no":
      return z.enum(["Yes", "No"], "Choose yes or no.");
    case "number":
      return decimal(-LARGEST, LARGEST).transform(String);
    case "choice":
      return z
        .string()
        .refine((typed) => choices.includes(typed), "Choose one of the answers offered.");
    case "text":
      return optionalText(SHORT_ANSWER_MAX);
  }
}

const answerName = ({ id }: ScreeningQuestion): string => `answers.${id}`;

export type ReadAnswers =
  | { ok: true; answers: ScreeningAnswer[] }
  | { ok: false; errors: FormErrors };

/** Reads typed answers by the questions a job asks now; answers to others are left out. */
export function readAnswers(
  questions: readonly ScreeningQuestion[],
  typed: Readonly<Record<string, unknown>>,
): ReadAnswers {
  const answers: ScreeningAnswer[] = [];
  const errors: FormErrors = {};
  for (const question of questions) {
    const read = answerField(question).safeParse(typed[question.id]);
    const { id: questionId, kind, prompt } = question;
    if (read.success) answers.push({ questionId, kind, prompt, answer: read.data });
    else errors[answerName(question)] = [read.error.issues[0]?.message ?? ""];
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, answers };
}
