import { z } from "zod";
import type { KnockOutRule } from "#app/domain/knock-outs.ts";
import {
  MOST_CHOICES,
  MOST_QUESTIONS,
  QUESTION_KIND_LABELS,
  type QuestionKind,
  type ScreeningQuestion,
} from "#app/domain/screening.ts";
import { listOf, optionalText, rowsOf, text } from "#app/web/form-fields.ts";

const KINDS = Object.keys(QUESTION_KIND_LABELS) as [QuestionKind];
const ID = /^[a-z0-9-]{8,36}$/;

const question = z
  .object({
    id: z.unknown(),
    kind: z.enum(KINDS, "Choose how it is answered."),
    prompt: text(300, "Write the question."),
    required: z.preprocess((value) => value !== "no", z.boolean()),
    choices: optionalText(1_500).transform((typed) => [
      ...new Set(
        typed
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      ),
    ]),
  })
  .superRefine(({ kind, choices }, context) => {
    if (kind !== "choice") return;
    const refuse = (message: string) =>
      context.addIssue({ code: "custom", path: ["choices"], message });
    if (choices.length < 2) refuse("Write at least two choices, one on each line.");
    if (choices.length > MOST_CHOICES) refuse(`At most ${MOST_CHOICES} choices.`);
    if (choices.some((choice) => choice.length > 100)) {
      refuse("Keep each choice within 100 characters.");
    }
  });

/** What a job asks everybody who applies. A question keeps its id while it is edited; a new one gets one here. */
export const screeningQuestions = rowsOf(question, MOST_QUESTIONS).transform(
  (rows): ScreeningQuestion[] => {
    const taken = new Set<string>();
    return rows.map(({ id, choices, ...row }) => {
      const kept = typeof id === "string" && ID.test(id) && !taken.has(id);
      const own = kept ? id : crypto.randomUUID();
      taken.add(own);
      return { id: own, ...row, choices: row.kind === "choice" ? choices : [] };
    });
  },
);

const RULE = /^(credentials|state|family:[a-z0-9-]{1,80})$/;

/** The job's own rules that are conditions of applying. One the job no longer states is of no effect. */
export const knockOutRules = listOf(
  z
    .string()
    .regex(RULE, "We do not know that condition.")
    .transform((rule) => rule as KnockOutRule),
  62,
);

export const knockOutEffect = z.preprocess(
  (value) => (value === "refuse" ? "refuse" : "flag"),
  z.enum(["refuse", "flag"]),
);
