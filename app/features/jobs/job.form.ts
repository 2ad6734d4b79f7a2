import { z } from "zod";
import { parseCredentialList, parseCredentialRule } from "#app/domain/credential-rule-text.ts";
import type { PayType } from "#app/domain/pay.ts";
import { findFamily } from "#app/domain/taxonomy/code-families.ts";
import type { StateRule } from "#app/domain/us-states.ts";
import {
  ACCURACY_METRICS,
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  PAY_TYPES,
  PRODUCTION_UNITS,
  ROLES,
  SCHEDULES,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  STATE_RULES,
  type Term,
  US_STATES,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";
import {
  calendarDate,
  checkbox,
  decimal,
  listOf,
  oneOf,
  optionalDecimal,
  optionalInteger,
  optionalOneOf,
  optionalText,
  rowsOf,
  text,
} from "#app/web/form-fields.ts";
import { knockOutEffect, knockOutRules, screeningQuestions } from "./screening.form.ts";

const STATE_TERMS: readonly Term[] = US_STATES.map((code) => ({
  slug: code,
  label: code,
  aliases: [],
}));

const requirement = z.object({
  familyId: z
    .string("Choose a code family.")
    .refine((id) => findFamily(id)?.status === "active", "Choose a code family that is in force."),
  level: z.enum(["must", "nice"], "Say whether it is a must or nice to have."),
  minMonths: z.preprocess(
    (value) => (value === undefined || value === "" ? "0" : value),
    z.coerce
      .number("Give whole months, such as 24.")
      .int("Give whole months, such as 24.")
      .min(0, "Give whole months, such as 24.")
      .max(600, "At most 600 months."),
  ),
});

/** Text read by a parser of our own; its refusal becomes the field's sentence. */
const read = <Value>(parse: (text: string) => { value: Value } | { message: string }) =>
  optionalText(400).transform((typed, issues) => {
    const parsed = parse(typed);
    if ("value" in parsed) return parsed.value;
    issues.addIssue({ code: "custom", message: parsed.message });
    return z.NEVER;
  });

/** Every field of a job, once: publishing needs the whole, a draft keeps what of it is valid. */
export const JOB_FIELDS = {
  title: text(120, "Give the job a title."),
  reference: optionalText(60),
  role: optionalOneOf(ROLES),
  specialty: oneOf(SPECIALTIES, "Choose the specialty this job is mainly about."),
  otherSpecialties: listOf(oneOf(SPECIALTIES), 6),
  settings: listOf(oneOf(SETTINGS), 8).refine(
    (settings) => settings.length > 0,
    "Choose at least one setting.",
  ),
  requirements: rowsOf(requirement, 60).transform((rows) => [
    ...new Map(rows.map((row) => [row.familyId, row])).values(),
  ]),
  credentialRule: read((typed) => {
    const parsed = parseCredentialRule(typed);
    return parsed.ok ? { value: parsed.rule } : { message: parsed.message };
  }),
  preferredCredentials: read((typed) => {
    const parsed = parseCredentialList(typed);
    return parsed.ok ? { value: parsed.codes } : { message: parsed.message };
  }),
  acceptsApprentices: checkbox(),
  experienceLevel: optionalOneOf(EXPERIENCE_LEVELS),
  minMonths: optionalInteger(0, 600),
  employmentType: oneOf(EMPLOYMENT_TYPES, "Choose the kind of employment."),
  schedule: optionalOneOf(SCHEDULES),
  workMode: oneOf(WORK_MODES, "Choose where the work is done."),
  city: optionalText(80),
  state: optionalOneOf(STATE_TERMS),
  zip: optionalText(10).refine(
    (zip) => zip === "" || /^\d{5}(-\d{4})?$/.test(zip),
    "Give a five-digit ZIP code.",
  ),
  stateRule: optionalOneOf(STATE_RULES).transform((rule) => rule as StateRule | null),
  listedStates: listOf(oneOf(STATE_TERMS), 60),
  payType: oneOf(PAY_TYPES, "Choose how this job pays.").transform((type) => type as PayType),
  payMin: decimal(0.01, 1_000_000),
  payMax: decimal(0.01, 1_000_000),
  payNote: optionalText(300),
  guaranteedHourly: optionalDecimal(1, 500),
  software: listOf(oneOf(SOFTWARE), 20),
  productionUnit: optionalOneOf(PRODUCTION_UNITS),
  productionTarget: optionalDecimal(0.1, 10_000),
  accuracyMetric: optionalOneOf(ACCURACY_METRICS),
  accuracyMin: optionalDecimal(0, 100),
  description: text(12_000, "Describe the work."),
  questions: screeningQuestions,
  knockOuts: knockOutRules,
  knockOutEffect,
  closesOn: calendarDate("Give the last day people can apply."),
  replyByDays: optionalInteger(1, 60),
} as const;

/** The one schema of a job. `job-rules.ts` holds what needs two fields, the calendar or the map. */
export const jobForm = z.object(JOB_FIELDS);

export type JobInput = z.output<typeof jobForm>;

/** What of a job could be read: null where a field is missing or does not validate. */
export type PartialJob = { [Name in keyof JobInput]: JobInput[Name] | null };

/** Reads what it can and never refuses. */
export const partialJobForm = z.object(
  Object.fromEntries(
    Object.entries(JOB_FIELDS).map(([name, field]) => [
      name,
      z.optional(z.unknown()).transform((typed) => {
        const result = field.safeParse(typed);
        return result.success ? result.data : null;
      }),
    ]),
  ),
) as unknown as z.ZodType<PartialJob>;
