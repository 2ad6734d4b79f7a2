import type { FormErrors, FormState, FormValues } from "../form-state.ts";

/** One of several like entries of a form ("work.0.title", "work.0.employer"), by the last part of its names. */
export interface FormRow {
  /** Stays with the row while its number changes. */
  key: string;
  values: FormValues;
  errors: FormErrors;
}

/** The rows a form carries under `prefix`, in number order. */
export function rowsOfForm({ values, errors }: FormState, prefix: string): FormRow[] {
  const numbers = new Set<number>();
  for (const name of Object.keys(values)) {
    const parsed = parseName(name);
    if (parsed?.prefix === prefix) numbers.add(parsed.number);
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => ({
      key: `${prefix}-${number}`,
      values: fieldsOf(values, prefix, number),
      errors: fieldsOf(errors, prefix, number),
    }));
}

/** A row as its fields see it when it stands at `index`. */
export const formOfRow = (prefix: string, index: number, row: FormRow): FormState => ({
  values: named(prefix, index, row.values),
  errors: named(prefix, index, row.errors),
});

/** The values with every row of `prefix` replaced by `rows`, numbered from 0. */
export function withRows(
  values: FormValues,
  prefix: string,
  rows: readonly Pick<FormRow, "values">[],
): FormValues {
  const others = Object.entries(values).filter(([name]) => parseName(name)?.prefix !== prefix);
  const own = rows.flatMap((row, index) => Object.entries(named(prefix, index, row.values)));
  return Object.fromEntries([...others, ...own]);
}

/**
 * Rows numbered from 0 without gaps, those left wholly blank gone: a schema reports errors by position, and an
 * entry nobody filled in is no entry.
 */
export function compactRows(values: FormValues, prefixes: readonly string[]): FormValues {
  return prefixes.reduce((compacted, prefix) => {
    const rows = rowsOfForm({ values: compacted, errors: {} }, prefix);
    const filled = rows.filter(({ values: fields }) =>
      Object.values(fields).some((all) => all.some((value) => value.trim() !== "")),
    );
    return withRows(compacted, prefix, filled);
  }, values);
}

/**
 * What the buttons `add-row:work` and `remove-row:work:2` do on a page without JavaScript. `focus` is the prefix
 * and number of the row to go to; null when the pressed button was another one.
 */
export function applyRowIntent(
  values: FormValues,
  intent: string,
  prefixes: readonly string[],
): { values: FormValues; focus: { prefix: string; index: number } } | null {
  const [verb, prefix = "", number = ""] = intent.split(":");
  if (!prefixes.includes(prefix)) return null;
  const rows = rowsOfForm({ values, errors: {} }, prefix);
  if (verb === "add-row") {
    const blank = { key: "new", values: { [NEW]: [""] }, errors: {} };
    return {
      values: withRows(values, prefix, [...rows, blank]),
      focus: { prefix, index: rows.length },
    };
  }
  if (verb !== "remove-row") return null;
  const index = rows.findIndex(({ key }) => key === `${prefix}-${number}`);
  return {
    values: withRows(values, prefix, index < 0 ? rows : rows.toSpliced(index, 1)),
    focus: { prefix, index: Math.max(0, index - 1) },
  };
}

/** Marks a row that holds nothing yet; no field has this name. */
const NEW = "row";

function parseName(name: string): { prefix: string; number: number; field: string } | null {
  const match = /^([A-Za-z]+)\.(\d{1,4})\.([A-Za-z]+)$/.exec(name);
  const [, prefix, number, field] = match ?? [];
  return prefix && number && field ? { prefix, number: Number(number), field } : null;
}

const fieldsOf = (entries: Record<string, string[]>, prefix: string, number: number) =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([name, value]) => {
      const parsed = parseName(name);
      return parsed?.prefix === prefix && parsed.number === number ? [[parsed.field, value]] : [];
    }),
  );

const named = (prefix: string, index: number, fields: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [`${prefix}.${index}.${field}`, value]),
  );
