export type QuestionKind = "yes-no" | "number" | "choice" | "text";

export const QUESTION_KIND_LABELS: Record<QuestionKind, string> = {
  "yes-no": "Yes or no",
  number: "A number",
  choice: "One of several choices",
  text: "A short text",
};

export const MOST_QUESTIONS = 15;
export const MOST_CHOICES = 12;
/** Characters a short answer may have. */
export const SHORT_ANSWER_MAX = 500;

/** A question a job asks everybody who applies. */
export interface ScreeningQuestion {
  /** Stays the same while the question is edited. */
  id: string;
  kind: QuestionKind;
  prompt: string;
  required: boolean;
  /** What to choose from; empty unless `kind` is "choice". */
  choices: string[];
}

/** An answer as it was sent, with the question as it was asked then. */
export interface ScreeningAnswer {
  questionId: string;
  kind: QuestionKind;
  prompt: string;
  /** "Yes" or "No", a number in digits, the choice or the text; "" when it was left empty. */
  answer: string;
}
