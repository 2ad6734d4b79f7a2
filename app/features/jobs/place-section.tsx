import { ChoicePicker } from "#app/components/choice-picker.tsx";
import { TextField } from "#app/components/field.tsx";
import { RadioGroup } from "#app/components/field-choices.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import {
  EMPLOYMENT_TYPES,
  SCHEDULES,
  STATE_RULES,
  US_STATES,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";
import { optionsOf } from "./basics-section.tsx";
import { FormSection } from "./form-section.tsx";
import { JOB_LABELS } from "./job-sections.ts";

const STATES = US_STATES.map((code) => ({ value: code, label: STATE_NAMES[code] ?? code }));

/** Employment, hours, where the work is done and where a coder may live. */
export function PlaceSection({ form }: { form: FormState }) {
  return (
    <FormSection id="place">
      <div className="field-row">
        <SelectField
          emptyLabel="Choose one"
          form={form}
          label={JOB_LABELS.employmentType}
          name="employmentType"
          options={optionsOf(EMPLOYMENT_TYPES)}
          required
        />
        <SelectField
          emptyLabel="Not stated"
          form={form}
          label={JOB_LABELS.schedule}
          name="schedule"
          options={optionsOf(SCHEDULES)}
          required={false}
        />
      </div>
      <RadioGroup
        form={form}
        legend={JOB_LABELS.workMode}
        name="workMode"
        options={optionsOf(WORK_MODES)}
      />
      <fieldset className="stack--tight">
        <legend className="field__label">Location</legend>
        <p className="field__hint">
          Needed when any of the work is on site. A ZIP code alone will do; it places the job for
          searches by distance.
        </p>
        <div className="field-row">
          <TextField
            autoComplete="off"
            form={form}
            label={JOB_LABELS.city}
            maxLength={80}
            name="city"
          />
          <SelectField
            emptyLabel="Not stated"
            form={form}
            label={JOB_LABELS.state}
            name="state"
            options={STATES}
          />
          <TextField
            autoComplete="off"
            figure
            form={form}
            inputMode="numeric"
            label={JOB_LABELS.zip}
            maxLength={10}
            name="zip"
            width="short"
          />
        </div>
      </fieldset>
      <SelectField
        emptyLabel="No rule: within reach of the location"
        form={form}
        hint="“Remote” alone wastes everyone's time: say which states payroll can handle."
        label={JOB_LABELS.stateRule}
        name="stateRule"
        options={optionsOf(STATE_RULES)}
      />
      <div className="states-listed">
        <ChoicePicker
          form={form}
          hint="The states your rule lists or excludes."
          legend={JOB_LABELS.listedStates}
          name="listedStates"
          options={STATES}
        />
      </div>
    </FormSection>
  );
}
