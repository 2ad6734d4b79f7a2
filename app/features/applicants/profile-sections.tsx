import { ChoicePicker } from "#app/components/choice-picker.tsx";
import { TextField } from "#app/components/field.tsx";
import { CheckboxGroup } from "#app/components/field-choices.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import {
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  PAY_TYPES,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  type Term,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";

const optionsOf = (list: readonly Term[]) =>
  list.map(({ slug, label }) => ({ value: slug, label }));

const byLabel = (list: readonly Term[]) =>
  optionsOf(list).sort((a, b) => a.label.localeCompare(b.label, "en-US"));

const STATES = Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }));

interface SectionProps {
  form: FormState;
}

export function AboutYou({ form }: SectionProps) {
  return (
    <>
      <TextField
        form={form}
        hint="The line employers see first: what you code and what you hold."
        label="Headline"
        maxLength={120}
        name="headline"
        placeholder="Cath lab and structural heart coder, CIRCC"
      />
      <TextArea
        form={form}
        hint="What you like to code, what you are looking for. Leave out anything about patients."
        label="About"
        maxLength={3_000}
        name="about"
        rows={5}
      />
    </>
  );
}

export function Practice({ form }: SectionProps) {
  return (
    <>
      <SelectField
        emptyLabel="Not stated"
        form={form}
        label="Experience level"
        name="experienceLevel"
        options={optionsOf(EXPERIENCE_LEVELS)}
        width="medium"
      />
      <ChoicePicker
        form={form}
        legend="Specialties"
        name="specialties"
        options={byLabel(SPECIALTIES)}
      />
      <ChoicePicker
        form={form}
        hint="Where the records you coded came from."
        legend="Settings"
        name="settings"
        options={optionsOf(SETTINGS)}
      />
      <ChoicePicker form={form} legend="Software" name="software" options={byLabel(SOFTWARE)} />
    </>
  );
}

export function WhereAndPay({ form }: SectionProps) {
  return (
    <>
      <div className="field-row">
        <TextField
          autoComplete="address-level2"
          form={form}
          label="City"
          maxLength={80}
          name="city"
        />
        <SelectField
          autoComplete="address-level1"
          emptyLabel="Not stated"
          form={form}
          label="State you live in"
          name="state"
          options={STATES}
        />
      </div>
      <ChoicePicker
        form={form}
        hint="Other states you could work from. The state you live in counts without being ticked."
        legend="Eligible states"
        name="eligibleStates"
        options={STATES}
      />
      <CheckboxGroup
        columns
        form={form}
        legend="Work modes you would accept"
        name="workModes"
        options={optionsOf(WORK_MODES)}
      />
      <CheckboxGroup
        columns
        form={form}
        legend="Kinds of employment you would accept"
        name="employmentTypes"
        options={optionsOf(EMPLOYMENT_TYPES)}
      />
      <div className="field-row">
        <TextField
          figure
          form={form}
          hint="The least you would accept."
          inputMode="decimal"
          label="Pay you wish for"
          maxLength={14}
          name="payWishedMin"
          suffix="USD"
        />
        <SelectField
          emptyLabel="Not stated"
          form={form}
          hint="What that figure is for."
          label="Paid by"
          name="payWishedType"
          options={optionsOf(PAY_TYPES)}
        />
      </div>
      <TextField
        form={form}
        hint="As in: in 4 weeks, from January, evenings only."
        label="When you could start"
        maxLength={80}
        name="available"
        width="medium"
      />
    </>
  );
}
