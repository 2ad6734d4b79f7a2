import { TextField } from "#app/components/field.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { PAY_TYPES } from "#app/domain/vocabulary.ts";
import { optionsOf } from "./basics-section.tsx";
import { FormSection } from "./form-section.tsx";
import { JOB_LABELS } from "./job-sections.ts";

/** Pay with its period; piece rates with the hourly pay that is safe. */
export function PaySection({ form }: { form: FormState }) {
  return (
    <FormSection
      id="pay"
      lede="Every job here states its pay. Coders compare by the hour; we work that out from what you state."
    >
      <div className="field-row">
        <SelectField
          emptyLabel="Choose one"
          form={form}
          label={JOB_LABELS.payType}
          name="payType"
          options={optionsOf(PAY_TYPES)}
          required
        />
        <TextField
          autoComplete="off"
          figure
          form={form}
          inputMode="decimal"
          label={JOB_LABELS.payMin}
          maxLength={14}
          name="payMin"
          required
        />
        <TextField
          autoComplete="off"
          figure
          form={form}
          inputMode="decimal"
          label={JOB_LABELS.payMax}
          maxLength={14}
          name="payMax"
          required
        />
      </div>
      <div className="guaranteed-hourly">
        <TextField
          autoComplete="off"
          figure
          form={form}
          hint="For pay by the chart, encounter, RVU or share of collections: what an hour pays however slow the day. It is what a search by hourly pay compares."
          inputMode="decimal"
          label={JOB_LABELS.guaranteedHourly}
          maxLength={10}
          name="guaranteedHourly"
          suffix="dollars an hour"
          width="short"
        />
      </div>
      <TextField
        autoComplete="off"
        form={form}
        hint="Differentials, sign-on, what moves someone up the range."
        label={JOB_LABELS.payNote}
        maxLength={300}
        name="payNote"
        required={false}
      />
    </FormSection>
  );
}
