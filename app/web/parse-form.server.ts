import type { z } from "zod";
import type { FormErrors, FormState, FormValues } from "#app/components/form-state.ts";

export type ParsedForm<Value> = { ok: true; value: Value } | { ok: false; form: FormState };

/**
 * Validates a form with its one schema. Dotted names with numbers nest ("requirements.0.familyId"); a name
 * given several times is a list. Passwords and files are never echoed back.
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): ParsedForm<z.output<Schema>> {
  const result = schema.safeParse(nest(form));
  if (result.success) return { ok: true, value: result.data };
  const errors: FormErrors = {};
  for (const issue of result.error.issues) {
    const name = issue.path.map(String).join(".");
    errors[name] = [...(errors[name] ?? []), issue.message];
  }
  return { ok: false, form: { values: formValues(form), errors } };
}

/** A form as it was typed, for a page to render again. */
export function formValues(form: FormData): FormValues {
  // A Map, because a field may be called "toString" or "__proto__" by whoever sends the form.
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== "string" || /password/i.test(name)) continue;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
}

/** A refusal the schema could not know (a taken address, a lost race), beside its field. */
export function refuse(form: FormData, name: string, message: string): FormState {
  return { values: formValues(form), errors: { [name]: [message] } };
}

type Tree = { [key: string]: unknown };

function nest(form: FormData): Tree {
  const root: Tree = Object.create(null);
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    const path = name.split(".").slice(0, 6);
    let at = root;
    for (const key of path.slice(0, -1)) {
      const next = at[key];
      const child: Tree = isTree(next) ? next : Object.create(null);
      at[key] = child;
      at = child;
    }
    at[path.at(-1) ?? ""] = all.length === 1 ? all[0] : all;
  }
  return root;
}

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
