import { TextField } from "#app/components/field.tsx";
import { RadioGroup } from "#app/components/field-choices.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { type ScreeningQuestion, SHORT_ANSWER_MAX } from "#app/domain/screening.ts";

/** The employer's questions, each with the control its kind asks for. */
export function QuestionFields({
  questions,
  form,
}: {
  questions: readonly ScreeningQuestion[];
  form: FormState | null;
}) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions" className="form-section">
      <h2 id="questions">
        {questions.length === 1 ? "A question from the employer" : "Questions from the employer"}
      </h2>
      {questions.map((question) => (
        <QuestionField form={form} key={question.id} question={question} />
      ))}
    </section>
  );
}

function QuestionField({
  question: { id, kind, prompt, required, choices },
  form,
}: {
  question: ScreeningQuestion;
  form: FormState | null;
}) {
  const name = `answers.${id}`;
  switch (kind) {
    case "yes-no":
    case "choice":
      return (
        <RadioGroup
          form={form}
          hint={required ? undefined : "You may leave this open."}
          legend={prompt}
          name={name}
          options={(kind === "choice" ? choices : ["Yes", "No"]).map((value) => ({
            value,
            label: value,
          }))}
        />
      );
    case "number":
      return (
        <TextField
          autoComplete="off"
          figure
          form={form}
          inputMode="decimal"
          label={prompt}
          maxLength={15}
          name={name}
          required={required}
          width="short"
        />
      );
    case "text":
      return (
        <TextArea
          form={form}
          label={prompt}
          maxLength={SHORT_ANSWER_MAX}
          name={name}
          required={required}
          rows={3}
        />
      );
  }
}

/** Labels for the list of problems above the form. */
export const questionLabels = (questions: readonly ScreeningQuestion[]): Record<string, string> =>
  Object.fromEntries(questions.map(({ id, prompt }) => [`answers.${id}`, prompt]));
