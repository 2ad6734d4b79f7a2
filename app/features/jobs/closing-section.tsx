import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { LONGEST_OPEN_DAYS } from "#app/domain/closing-day.ts";
import { DEFAULT_REPLY_BY_DAYS } from "#app/domain/reply-clock.ts";
import { FormSection } from "./form-section.tsx";
import { JOB_LABELS } from "./job-sections.ts";

/** When the job ends and when people hear back. `days` are New York's calendar days, "YYYY-MM-DD". */
export function ClosingSection({
  form,
  days,
}: {
  form: FormState;
  days: { first: string; last: string };
}) {
  return (
    <FormSection id="closing">
      <div className="field-row">
        <TextField
          figure
          form={form}
          hint={`Open until the end of that day, Eastern time; at most ${LONGEST_OPEN_DAYS} days from today.`}
          label={JOB_LABELS.closesOn}
          max={days.last}
          min={days.first}
          name="closesOn"
          required
          type="date"
        />
        <TextField
          autoComplete="off"
          figure
          form={form}
          hint={`Applicants see the date you promise, and your record of keeping it. Left empty, it is ${DEFAULT_REPLY_BY_DAYS} days.`}
          inputMode="numeric"
          label={JOB_LABELS.replyByDays}
          maxLength={2}
          name="replyByDays"
          required={false}
          suffix="days"
          width="short"
        />
      </div>
    </FormSection>
  );
}
