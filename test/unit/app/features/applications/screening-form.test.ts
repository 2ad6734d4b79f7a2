import { describe, expect, it } from "vitest";
import type { QuestionKind, ScreeningQuestion } from "#app/domain/screening.ts";
import { readAnswers } from "#app/features/applications/screening.form.ts";
import { readTypedJob, wholeJob } from "#test/fixtures/job-forms.ts";

const question = (kind: QuestionKind, values: Partial<ScreeningQuestion> = {}) => ({
  id: "question-1",
  kind,
  prompt: "How?",
  required: true,
  choices: kind === "choice" ? ["Epic", "3M"] : [],
  ...values,
});
const read = (one: ScreeningQuestion, typed: unknown) => {
  const answer = readAnswers([one], { "question-1": typed });
  return answer.ok ? answer.answers[0]?.answer : Object.values(answer.errors)[0]?.[0];
};

describe("An answer", () => {
  it.each([
    ["yes-no", "Yes", "Yes"],
    ["yes-no", "Maybe", "Choose yes or no."],
    ["number", " 1,200 ", "1200"],
    ["number", "0", "0"],
    ["number", "many", "Give a number."],
    ["choice", "Epic", "Epic"],
    ["choice", "Cerner", "Choose one of the answers offered."],
    ["text", " Two years.\r\nAt home. ", "Two years.\nAt home."],
    ["text", "a".repeat(501), "At most 500 characters."],
    ["text", "a\u0000b", "This holds characters we cannot store."],
    ["text", ["a", "b"], "Fill this in."],
  ] as const)("to a %s question: %j becomes %j", (kind, typed, outcome) => {
    expect(read(question(kind), typed)).toBe(outcome);
  });

  it.each(["yes-no", "number", "choice", "text"] as const)(
    "to a %s question may be empty only where the employer says so",
    (kind) => {
      for (const typed of ["", "  ", undefined]) {
        expect(read(question(kind), typed)).toBe("Answer this question.");
        expect(read(question(kind, { required: false }), typed)).toBe("");
      }
    },
  );

  it("keeps the question as it was asked, and leaves out what was not asked", () => {
    expect(readAnswers([question("text")], { "question-1": "So.", other: "x" })).toEqual({
      ok: true,
      answers: [{ questionId: "question-1", kind: "text", prompt: "How?", answer: "So." }],
    });
  });
});

describe("The posting form's questions", () => {
  const row = (index: number, values: Record<string, string>) =>
    Object.fromEntries(
      Object.entries({ kind: "yes-no", required: "yes", choices: "", id: "", ...values }).map(
        ([name, value]) => [`questions.${index}.${name}`, value],
      ),
    );
  const errors = (typed: Record<string, string>) => readTypedJob(typed).form.errors;

  it("keep their ids, and new ones get one", () => {
    const { questions } = wholeJob({
      ...row(0, { id: "kept-id-1", prompt: "Do you hold Epic?" }),
      ...row(1, { id: "kept-id-1", prompt: "How many years?", kind: "number", required: "no" }),
      ...row(2, { id: "<script>", prompt: "Which?", kind: "choice", choices: "A\n\n B \nA" }),
    });
    expect(questions).toMatchObject([
      { id: "kept-id-1", required: true, choices: [] },
      { kind: "number", required: false },
      { kind: "choice", choices: ["A", "B"] },
    ]);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(3);
    expect(questions[2]?.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("are refused beside the control", () => {
    expect(errors(row(0, { prompt: "" }))).toHaveProperty(["questions.0.prompt"]);
    expect(errors(row(0, { prompt: "Which?", kind: "choice", choices: "One" }))).toHaveProperty([
      "questions.0.choices",
    ]);
    const many = Array.from({ length: 16 }, (_, n) => row(n, { prompt: `Question ${n}?` }));
    expect(errors(Object.assign({}, ...many))).toHaveProperty(["questions"]);
  });

  it("and conditions are none without any", () => {
    expect(wholeJob()).toMatchObject({ questions: [], knockOuts: [], knockOutEffect: "flag" });
    expect(
      wholeJob({ knockOuts: ["state", "credentials"], knockOutEffect: "refuse" }),
    ).toMatchObject({ knockOuts: ["state", "credentials"], knockOutEffect: "refuse" });
  });
});
