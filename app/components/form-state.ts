/** What was typed, by field name: every value of every field, so a refused form re-renders whole. */
export type FormValues = Record<string, string[]>;

/** Sentences beside a field, by field name; "" holds those about the form as a whole. */
export type FormErrors = Record<string, string[]>;

/** A refused form, as an action returns it (with status 422) and a page renders it. */
export interface FormState {
  values: FormValues;
  errors: FormErrors;
}

export const firstValue = (values: FormValues, name: string): string => values[name]?.[0] ?? "";

export const allValues = (values: FormValues, name: string): string[] => values[name] ?? [];

export const errorsOf = (errors: FormErrors, name: string): string[] => errors[name] ?? [];
