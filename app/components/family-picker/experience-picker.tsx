import type { Experience } from "#app/domain/requirement.ts";
import type { FamilySummaryWithPath } from "#app/domain/taxonomy/family-search.ts";
import { PRODUCTION_UNITS } from "#app/domain/vocabulary.ts";
import { TextField } from "../field.tsx";
import { SelectField } from "../field-select.tsx";
import type { FormState } from "../form-state.ts";
import { FamilyPicker } from "./family-picker.tsx";
import type { PickedRow } from "./picked-rows.ts";

const UNITS = PRODUCTION_UNITS.map(({ slug, label }) => ({ value: slug, label }));

const written = (value: number | null): string => (value === null ? "" : String(value));

const rowOf = (one: Experience): PickedRow => ({
  familyId: one.familyId,
  fields: {
    months: String(one.months),
    lastUsedOn: one.lastUsedOn?.slice(0, 7) ?? "",
    accuracyPercent: written(one.accuracyPercent),
    volume: written(one.volume),
    volumeUnit: one.volumeUnit ?? "",
  },
});

/**
 * The code families a coder knows, inside the profile's `<Form method="post">`. Sends
 * `experience.N.familyId|months|lastUsedOn|accuracyPercent|volume|volumeUnit`, `lastUsedOn` as "YYYY-MM"; errors
 * of the list as a whole are those named "experience". The action needs `applyFamilyPicker(form, "experience")`
 * as `RequirementsPicker` shows.
 */
export function ExperiencePicker({
  form,
  found,
  defaultValues,
}: {
  form?: FormState | null | undefined;
  found?: readonly FamilySummaryWithPath[] | null | undefined;
  defaultValues: readonly Experience[];
}) {
  return (
    <FamilyPicker
      defaultRows={defaultValues.map(rowOf)}
      fields={(row, name, rowForm) => (
        <>
          <TextField
            defaultValue={row.fields.months ?? ""}
            figure
            form={rowForm}
            inputMode="numeric"
            label="Experience"
            maxLength={4}
            name={name("months")}
            suffix="months"
          />
          <TextField
            defaultValue={row.fields.lastUsedOn ?? ""}
            figure
            form={rowForm}
            label="Last used"
            maxLength={7}
            name={name("lastUsedOn")}
            pattern="(19|20)\d\d-(0[1-9]|1[0-2])"
            placeholder="2026-05"
            title="Year and month, as in 2026-05"
            type="month"
          />
          <TextField
            defaultValue={row.fields.accuracyPercent ?? ""}
            figure
            form={rowForm}
            inputMode="decimal"
            label="Accuracy"
            maxLength={6}
            name={name("accuracyPercent")}
            suffix="%"
          />
          <TextField
            defaultValue={row.fields.volume ?? ""}
            figure
            form={rowForm}
            inputMode="decimal"
            label="Volume"
            maxLength={8}
            name={name("volume")}
          />
          <SelectField
            defaultValue={row.fields.volumeUnit ?? ""}
            emptyLabel="Not stated"
            form={rowForm}
            label="Volume is in"
            name={name("volumeUnit")}
            options={UNITS}
          />
        </>
      )}
      form={form}
      found={found}
      hint={
        <>
          Type a word, a code or a range you have coded: <code>septal closure</code>,{" "}
          <code>93590</code>, <code>92920–92944</code>.
        </>
      }
      label="Add a code family"
      prefix="experience"
    />
  );
}
