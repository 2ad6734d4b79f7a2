import { z } from "zod";
import type { PayType } from "#app/domain/pay.ts";
import { findFamily } from "#app/domain/taxonomy/code-families.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import {
  CREDENTIALS,
  EDUCATION_LEVELS,
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  PAY_TYPES,
  PRODUCTION_UNITS,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  type Term,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";
import {
  integer,
  listOf,
  oneOf,
  optionalCalendarDate,
  optionalDecimal,
  optionalInteger,
  optionalMonth,
  optionalOneOf,
  optionalText,
  rowsOf,
  text,
} from "#app/web/form-fields.ts";

/** States as a closed list, by postal code. */
const STATE_TERMS: readonly Term[] = Object.entries(STATE_NAMES).map(([slug, label]) => ({
  slug,
  label,
  aliases: [],
}));

/** The parts of the form that are lists of rows. */
export const ROW_PREFIXES = ["experience", "credentials", "work", "education"] as const;

const orNull = (max: number) => optionalText(max).transform((typed) => typed || null);

const GIVE_MONTHS = "Give the months, such as 36.";
const months = z.preprocess(
  (typed) => (typeof typed === "string" && typed.trim() !== "" ? Number(typed.trim()) : undefined),
  z.number(GIVE_MONTHS).int(GIVE_MONTHS).min(1, "At least 1.").max(720, "At most 720."),
);

const experience = (today: string) =>
  z
    .object({
      familyId: z
        .string("Choose a code family.")
        .refine((id) => findFamily(id) !== null, "We do not know this code family."),
      months,
      lastUsedOn: optionalMonth().refine(notAfter(today), "This lies in the future."),
      accuracyPercent: optionalDecimal(0, 100),
      volume: optionalDecimal(0.01, 100_000),
      volumeUnit: optionalOneOf(PRODUCTION_UNITS),
    })
    .refine(({ volume, volumeUnit }) => volume === null || volumeUnit !== null, {
      path: ["volumeUnit"],
      message: "Say what the volume counts.",
    })
    // A unit without a figure says nothing.
    .transform((row) => (row.volume === null ? { ...row, volumeUnit: null } : row));

const credential = z
  .object({
    code: z
      .string("Choose a credential.")
      .refine((code) => issuerOf(code) !== null, "Choose a credential."),
    issuer: optionalText(80),
    number: optionalText(40),
    earnedOn: optionalMonth(),
    expiresOn: optionalCalendarDate(),
  })
  .refine(({ earnedOn, expiresOn }) => !earnedOn || !expiresOn || expiresOn >= earnedOn, {
    path: ["expiresOn"],
    message: "This lies before the day it was earned.",
  })
  .transform((row) => ({ ...row, issuer: row.issuer || (issuerOf(row.code) ?? "") }));

const work = (today: string) =>
  z
    .object({
      employer: text(160, "Name the employer."),
      title: text(120, "Give your title there."),
      setting: optionalOneOf(SETTINGS),
      startedOn: optionalMonth().refine(notAfter(today), "This lies in the future."),
      endedOn: optionalMonth(),
      summary: optionalText(1_500),
    })
    .refine(({ startedOn, endedOn }) => !startedOn || !endedOn || endedOn >= startedOn, {
      path: ["endedOn"],
      message: "This lies before the start.",
    });

const education = (today: string) =>
  z.object({
    institution: text(160, "Name the school or program."),
    study: optionalText(160),
    level: optionalOneOf(EDUCATION_LEVELS),
    finishedYear: optionalInteger(1940, Number(today.slice(0, 4)) + 8),
  });

/** The one schema of a profile. `today` is "YYYY-MM-DD". */
export const profileForm = (today: string) =>
  z
    .object({
      version: integer(0, 2_000_000_000),
      headline: optionalText(120),
      about: optionalText(3_000),
      city: orNull(80),
      state: optionalOneOf(STATE_TERMS),
      eligibleStates: listOf(oneOf(STATE_TERMS), 60),
      workModes: listOf(oneOf(WORK_MODES)),
      employmentTypes: listOf(oneOf(EMPLOYMENT_TYPES)),
      payWishedType: optionalOneOf(PAY_TYPES).transform((type) => type as PayType | null),
      payWishedMin: optionalDecimal(0.01, 1_000_000),
      experienceLevel: optionalOneOf(EXPERIENCE_LEVELS),
      available: optionalText(80),
      specialties: listOf(oneOf(SPECIALTIES), 12),
      settings: listOf(oneOf(SETTINGS), 26),
      software: listOf(oneOf(SOFTWARE), 40),
      experience: rowsOf(experience(today), 60).refine(
        (rows) => isEachOnce(rows.map(({ familyId }) => familyId)),
        "A code family is listed twice.",
      ),
      credentials: rowsOf(credential, 30).superRefine(eachCodeOnce),
      work: rowsOf(work(today), 30),
      education: rowsOf(education(today), 15),
    })
    .refine(({ payWishedType, payWishedMin }) => payWishedMin === null || payWishedType !== null, {
      path: ["payWishedType"],
      message: "Say what the figure is for: an hour, a year, a chart.",
    });

export type ProfileInput = z.output<ReturnType<typeof profileForm>>;

/** Who gives a credential, by its code; null for a code the reference does not hold. */
const issuerOf = (code: string): string | null =>
  CREDENTIALS.find((one) => one.code === code)?.issuer ?? null;

const notAfter = (today: string) => (day: string | null) => day === null || day <= today;

const isEachOnce = (values: readonly string[]) => new Set(values).size === values.length;

function eachCodeOnce(rows: { code: string }[], issues: z.RefinementCtx): void {
  rows.forEach(({ code }, index) => {
    if (rows.findIndex((other) => other.code === code) === index) return;
    const message = `${code} is listed twice.`;
    issues.addIssue({ code: "custom", path: [index, "code"], message });
  });
}
