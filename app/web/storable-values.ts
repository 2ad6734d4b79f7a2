import type { FormValues } from "#app/components/form-state.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Typed values Postgres can keep as JSON: it takes neither NUL nor half a surrogate pair. */
export const storableValues = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, all]) => [
      name,
      all.map((value) => value.toWellFormed().replace(UNSTORABLE, "")),
    ]),
  );
