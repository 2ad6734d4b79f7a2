import { z } from "zod";
import type { Term } from "#app/domain/vocabulary.ts";

// The vocabulary every form schema is written in. Postgres refuses NUL and lone surrogates, so text does too.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const clean = z
  .string("Fill this in.")
  .refine(
    (text) => text.isWellFormed() && !CONTROL.test(text),
    "This holds characters we cannot store.",
  )
  .transform((text) => text.replace(/\r\n?/g, "\n").trim());

/** Text that must be given, trimmed, at most `max` characters. */
export const text = (max: number, missing = "Fill this in.") =>
  z.preprocess(
    (value) => value ?? "",
    clean.pipe(
      z
        .string()
        .min(1, missing)
        .max(max, `At most ${max.toLocaleString("en-US")} characters.`),
    ),
  );

/** Text that may be empty. */
export const optionalText = (max: number) =>
  z.preprocess(
    (value) => value ?? "",
    clean.pipe(z.string().max(max, `At most ${max.toLocaleString("en-US")} characters.`)),
  );

/** One slug of a closed list. */
export const oneOf = (list: readonly Term[], missing = "Choose one.") =>
  z.string(missing).refine((slug) => list.some((term) => term.slug === slug), missing);

/** One slug of a closed list, or null when left empty. */
export const optionalOneOf = (list: readonly Term[]) =>
  z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    oneOf(list).nullable(),
  );

/** A list field: absent → [], one value → [value]. Duplicates are dropped. */
export const listOf = <Item extends z.ZodType>(item: Item, max = 200) =>
  z
    .preprocess(
      (value) => {
        if (value === undefined || value === "") return [];
        return Array.isArray(value) ? value.filter((one) => one !== "") : [value];
      },
      z.array(item).max(max, `At most ${max}.`),
    )
    .transform((items) => [...new Set(items)]);

/** Numbered rows ("work.0.title", "work.1.title" …) as an array in number order. */
export const rowsOf = <Row extends z.ZodType>(row: Row, max = 60) =>
  z.preprocess(
    (value) => {
      if (typeof value !== "object" || value === null) return [];
      return Object.entries(value)
        .filter(([key]) => /^\d{1,4}$/.test(key))
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, one]) => one);
    },
    z.array(row).max(max, `At most ${max}.`),
  );

/** A checkbox: present = true. */
export const checkbox = () =>
  z.preprocess((value) => value !== undefined && value !== "", z.boolean());

/** A number typed by a person ("62,000", "$31.50"), within bounds. */
export const decimal = (min: number, max: number) =>
  z.preprocess(
    (value) =>
      typeof value === "string" ? Number(value.replace(/[$,\s]/g, "") || Number.NaN) : value,
    z
      .number("Give a number.")
      .min(min, `At least ${min.toLocaleString("en-US")}.`)
      .max(max, `At most ${max.toLocaleString("en-US")}.`),
  );

const emptyIsNull = (value: unknown) =>
  value === undefined || (typeof value === "string" && value.trim() === "") ? null : value;

export const optionalDecimal = (min: number, max: number) =>
  z.preprocess(emptyIsNull, decimal(min, max).nullable());

export const integer = (min: number, max: number) =>
  decimal(min, max).pipe(z.number().int("Give a whole number."));

export const optionalInteger = (min: number, max: number) =>
  z.preprocess(emptyIsNull, integer(min, max).nullable());

/** A calendar date "YYYY-MM-DD" that exists. */
export const calendarDate = (missing = "Give a date.") =>
  z
    .string(missing)
    .regex(/^(19|20|21)\d\d-\d\d-\d\d$/, missing)
    .refine((value) => {
      const date = new Date(`${value}T00:00:00Z`);
      return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
    }, "There is no such day.");

export const optionalCalendarDate = () => z.preprocess(emptyIsNull, calendarDate().nullable());

/** A month "YYYY-MM", stored as its first day; null when empty. */
export const optionalMonth = () =>
  z.preprocess(
    emptyIsNull,
    z
      .string()
      .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, "Give a month and year.")
      .transform((month) => `${month}-01`)
      .nullable(),
  );

const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;

/** One email address as browsers accept it, with a dot in its domain. */
export const emailAddress = () =>
  text(254, "Give an email address.").pipe(
    z.string().regex(EMAIL, "Give an email address like name@example.org."),
  );
