import { ChoicePicker } from "#app/components/choice-picker.tsx";
import { TextField } from "#app/components/field.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { ROLES, SETTINGS, SPECIALTIES, type Term } from "#app/domain/vocabulary.ts";
import { FormSection } from "./form-section.tsx";
import { JOB_LABELS } from "./job-sections.ts";

export const optionsOf = (list: readonly Term[]) =>
  list.map(({ slug, label }) => ({ value: slug, label }));

const byLabel = (list: readonly Term[]) =>
  optionsOf([...list].sort((a, b) => a.label.localeCompare(b.label, "en")));

const SPECIALTY_OPTIONS = byLabel(SPECIALTIES);

/** Title, role, specialty and setting: the facts that place a job on the board. */
export function BasicsSection({ form }: { form: FormState }) {
  return (
    <FormSection id="basics">
      <TextField
        form={form}
        hint="What you would say aloud: “Inpatient coder, cardiology”. Pay, place and codes have their own fields."
        label={JOB_LABELS.title}
        maxLength={120}
        name="title"
        required
      />
      <TextField
        autoComplete="off"
        form={form}
        hint="Your own number for it, if you have one. Only your team sees it."
        label={JOB_LABELS.reference}
        maxLength={60}
        name="reference"
        required={false}
        width="short"
      />
      <div className="field-row">
        <SelectField
          emptyLabel="Choose one"
          form={form}
          label={JOB_LABELS.specialty}
          name="specialty"
          options={SPECIALTY_OPTIONS}
          required
        />
        <SelectField
          emptyLabel="Not stated"
          form={form}
          label={JOB_LABELS.role}
          name="role"
          options={optionsOf(ROLES)}
          required={false}
        />
      </div>
      <ChoicePicker
        form={form}
        hint="Coders who search these find the job too. At most six."
        legend={JOB_LABELS.otherSpecialties}
        name="otherSpecialties"
        options={SPECIALTY_OPTIONS}
      />
      <ChoicePicker
        form={form}
        hint="Facility or professional fee, inpatient or outpatient: what coders look at first."
        legend={JOB_LABELS.settings}
        name="settings"
        options={optionsOf(SETTINGS)}
      />
    </FormSection>
  );
}
