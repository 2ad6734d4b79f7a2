import type { Requirement } from "#app/domain/requirement.ts";
import type { FamilySummaryWithPath } from "#app/domain/taxonomy/family-search.ts";
import { TextField } from "../field.tsx";
import { RadioGroup } from "../field-choices.tsx";
import type { FormState } from "../form-state.ts";
import { FamilyPicker } from "./family-picker.tsx";

/**
 * The code families a job asks for, inside the posting's `<Form method="post">`. Sends
 * `requirements.N.familyId|level|minMonths`; errors of the list as a whole are those named "requirements".
 * Beside it the action needs one line, before it validates:
 *
 *     const picker = applyFamilyPicker(form, "requirements");
 *     if (picker) return data(picker);          // { form, found }, status 200
 *
 * and the page hands `actionData.form` and `actionData.found` back. Put the form's main submit button (visually
 * hidden if need be) before the picker, so that Enter elsewhere does not press "Find families".
 */
export function RequirementsPicker({
  form,
  found,
  defaultValues,
}: {
  form?: FormState | null | undefined;
  found?: readonly FamilySummaryWithPath[] | null | undefined;
  defaultValues: readonly Requirement[];
}) {
  return (
    <FamilyPicker
      defaultRows={defaultValues.map(({ familyId, level, minMonths }) => ({
        familyId,
        fields: { level, minMonths: String(minMonths) },
      }))}
      fields={(row, name, rowForm) => (
        <>
          <RadioGroup
            defaultValue={row.fields.level ?? "must"}
            form={rowForm}
            legend="Level"
            name={name("level")}
            options={[
              { value: "must", label: "Must have" },
              { value: "nice", label: "Nice to have" },
            ]}
          />
          <TextField
            defaultValue={row.fields.minMonths ?? "0"}
            figure
            form={rowForm}
            inputMode="numeric"
            label="Experience, at least"
            maxLength={4}
            name={name("minMonths")}
            suffix="months"
          />
        </>
      )}
      form={form}
      found={found}
      hint={
        <>
          Type a word, a code or a range: <code>septal closure</code>, <code>93590</code>,{" "}
          <code>92920–92944</code>.
        </>
      }
      label="Add a code family"
      prefix="requirements"
    />
  );
}
