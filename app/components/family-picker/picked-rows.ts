import type { FormState, FormValues } from "../form-state.ts";

/** Which of the two forms a picker sits in; also the first part of its field names. */
export type PickerPrefix = "requirements" | "experience";

/** A picked family and its own fields as text, by the last part of their names ("months", "level"). */
export interface PickedRow {
  familyId: string;
  fields: Record<string, string>;
}

export const MAX_PICKED = 60;

const NEW_FIELDS: Record<PickerPrefix, Record<string, string>> = {
  requirements: { level: "must", minMonths: "12" },
  experience: { months: "" },
};

/** A row as it starts out when its family is picked. */
export const newRow = (prefix: PickerPrefix, familyId: string): PickedRow => ({
  familyId,
  fields: { ...NEW_FIELDS[prefix] },
});

const rowName = (prefix: PickerPrefix, index: number, field: string) =>
  `${prefix}.${index}.${field}`;

/** The picked rows a form carries ("requirements.0.familyId" …) in number order. */
export function rowsFromValues(values: FormValues, prefix: PickerPrefix): PickedRow[] {
  const byNumber = new Map<number, Record<string, string>>();
  for (const [name, [value = ""]] of Object.entries(values)) {
    const match = /^([a-z]+)\.(\d{1,4})\.([A-Za-z]+)$/.exec(name);
    if (match?.[1] !== prefix || !match[3]) continue;
    const number = Number(match[2]);
    byNumber.set(number, { ...byNumber.get(number), [match[3]]: value });
  }
  return [...byNumber]
    .sort(([a], [b]) => a - b)
    .flatMap(([, { familyId, ...fields }]) => (familyId ? [{ familyId, fields }] : []))
    .slice(0, MAX_PICKED);
}

/** The form with its rows replaced by `rows`, numbered from 0; everything else stays as typed. */
export function valuesWithRows(
  values: FormValues,
  prefix: PickerPrefix,
  rows: readonly PickedRow[],
): FormValues {
  const others = Object.entries(values).filter(([name]) => !name.startsWith(`${prefix}.`));
  const own = rows.flatMap(({ familyId, fields }, index) => [
    [rowName(prefix, index, "familyId"), [familyId]] as const,
    ...Object.entries(fields).map(
      ([field, value]) => [rowName(prefix, index, field), [value]] as const,
    ),
  ]);
  return Object.fromEntries([...others, ...own]);
}

/**
 * The refused form as row `index` sees it now. Errors belong to a family, not to a number: a row keeps its own
 * when one above it is removed.
 */
export function formForRow(
  form: FormState | null | undefined,
  prefix: PickerPrefix,
  row: PickedRow,
  index: number,
): FormState | null {
  if (!form) return null;
  const sent = Object.entries(form.values).find(
    ([name, values]) =>
      name.startsWith(`${prefix}.`) && name.endsWith(".familyId") && values[0] === row.familyId,
  )?.[0];
  if (!sent) return null;
  const then = sent.slice(0, -"familyId".length);
  const now = `${prefix}.${index}.`;
  const renumber = (entries: Record<string, string[]>) =>
    Object.fromEntries(
      Object.entries(entries)
        .filter(([name]) => name.startsWith(then))
        .map(([name, value]) => [now + name.slice(then.length), value]),
    );
  return { values: renumber(form.values), errors: renumber(form.errors) };
}
