import { TextField } from "#app/components/field.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { type RowFields, RowList } from "#app/components/row-list/row-list.tsx";
import { MOST_QUESTIONS, QUESTION_KIND_LABELS } from "#app/domain/screening.ts";
import { FormSection } from "./form-section.tsx";
import { KnockOutFields } from "./knock-out-fields.tsx";

const KINDS = Object.entries(QUESTION_KIND_LABELS).map(([value, label]) => ({ value, label }));

/** What everybody who applies is asked, and which of the job's rules decide. Applicants see all of it beforehand. */
export function ScreeningSection({ form }: { form: FormState }) {
  const refused = Object.keys(form.errors).filter((name) => name.startsWith("questions"));
  return (
    <FormSection
      id="screening"
      lede="Applicants see the questions and the conditions on the job’s page, before they begin."
    >
      <section aria-labelledby="screening-questions" className="stack--tight">
        <h3 id="screening-questions">Questions</h3>
        <p className="soft small">
          Up to {MOST_QUESTIONS}. Ask only what the profile does not say. Answers already sent stay
          as they are when you change a question.
        </p>
        {/* Refused rows are made anew from what was typed, with their errors. */}
        <RowList form={form} key={refused.join(" ")} noun="question" prefix="questions">
          {(row) => <QuestionFields row={row} />}
        </RowList>
      </section>
      <KnockOutFields form={form} />
    </FormSection>
  );
}

function QuestionFields({ row: { name, form, autoFocus } }: { row: RowFields }) {
  return (
    <>
      <input defaultValue={firstValue(form.values, name("id"))} name={name("id")} type="hidden" />
      <TextField
        autoFocus={autoFocus}
        form={form}
        label="Question"
        maxLength={300}
        name={name("prompt")}
        required
      />
      <div className="field-row">
        <SelectField
          defaultValue="yes-no"
          form={form}
          label="Answered with"
          name={name("kind")}
          options={KINDS}
        />
        <SelectField
          defaultValue="yes"
          form={form}
          label="Must be answered"
          name={name("required")}
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No, may stay empty" },
          ]}
        />
      </div>
      <TextArea
        form={form}
        hint="Only for a question with choices: one on each line."
        label="Choices"
        maxLength={1_500}
        name={name("choices")}
        required={false}
        rows={3}
      />
    </>
  );
}
