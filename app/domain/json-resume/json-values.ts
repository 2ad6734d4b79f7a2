export type JsonObject = { [name: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text trimmed to what the profile takes; "" for anything else. */
export function textOf(value: unknown, max: number): string {
  if (typeof value !== "string") return "";
  return value
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}--[\n\t]]/gv, "")
    .trim()
    .slice(0, max)
    .toWellFormed()
    .trim();
}

/** The texts of a list; [] for anything else. */
export const textsOf = (value: unknown, max: number): string[] =>
  Array.isArray(value) ? value.map((one) => textOf(one, max)).filter((text) => text !== "") : [];

export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The first day of the month of "YYYY[-MM[-DD]]"; null for anything else. */
export function monthOfDate(value: unknown): string | null {
  const match = /^((?:19|20)\d\d)(?:-(0[1-9]|1[0-2])(?:-\d\d)?)?(?:T.*)?$/.exec(textOf(value, 40));
  return match ? `${match[1]}-${match[2] ?? "01"}-01` : null;
}

/** The last day "YYYY-MM[-DD]" can mean; null for a bare year and anything else. */
export function lastDayOfDate(value: unknown): string | null {
  const match = /^((?:19|20|21)\d\d)-(0[1-9]|1[0-2])(?:-(\d\d))?(?:T.*)?$/.exec(textOf(value, 40));
  if (!match) return null;
  const last = new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).toISOString().slice(0, 10);
  if (!match[3]) return last;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return match[3] >= "01" && day <= last ? day : null;
}
