import type { FormValues } from "#app/components/form-state.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text without what Postgres does not take: NUL and half a surrogate pair; other control characters go with them. */
export const storableText = (text: string): string => text.toWellFormed().replace(UNSTORABLE, "");

/** Typed values Postgres can keep as JSON. */
export const storableValues = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.map(storableText)]));
