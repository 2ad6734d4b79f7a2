import { ChoicePicker } from "#app/components/choice-picker.tsx";
import { TextField } from "#app/components/field.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { ACCURACY_METRICS, PRODUCTION_UNITS, SOFTWARE } from "#app/domain/vocabulary.ts";
import { optionsOf } from "./basics-section.tsx";
import { FormSection } from "./form-section.tsx";
import { JOB_LABELS } from "./job-sections.ts";

// Days and hours are not percentages; the field's figure is.
const PERCENTAGES = ACCURACY_METRICS.filter(({ slug }) => !/-(days|hours)$/.test(slug));

/** Software, and how production and accuracy are counted. */
export function MeasureSection({ form }: { form: FormState }) {
  return (
    <FormSection
      id="measure"
      lede="Coders distrust a standard that is not stated. Say the figure and what it counts."
    >
      <ChoicePicker
        form={form}
        hint="EHR, encoder, billing."
        legend={JOB_LABELS.software}
        name="software"
        options={optionsOf(SOFTWARE)}
      />
      <div className="field-row">
        <TextField
          autoComplete="off"
          figure
          form={form}
          inputMode="decimal"
          label={JOB_LABELS.productionTarget}
          maxLength={8}
          name="productionTarget"
          required={false}
        />
        <SelectField
          emptyLabel="Not stated"
          form={form}
          label={JOB_LABELS.productionUnit}
          name="productionUnit"
          options={optionsOf(PRODUCTION_UNITS)}
        />
      </div>
      <div className="field-row">
        <TextField
          autoComplete="off"
          figure
          form={form}
          inputMode="decimal"
          label={JOB_LABELS.accuracyMin}
          maxLength={6}
          name="accuracyMin"
          required={false}
          suffix="%"
        />
        <SelectField
          emptyLabel="Not stated"
          form={form}
          label={JOB_LABELS.accuracyMetric}
          name="accuracyMetric"
          options={optionsOf(PERCENTAGES)}
        />
      </div>
    </FormSection>
  );
}
