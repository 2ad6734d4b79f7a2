import type { FormValues } from "#app/components/form-state.ts";
import type { Profile } from "#db/queries/profiles.ts";

/** The first parts of the names a profile form may send; a draft keeps nothing else. */
export const PROFILE_FIELDS: ReadonlySet<string> = new Set([
  "headline",
  "about",
  "city",
  "state",
  "eligibleStates",
  "workModes",
  "employmentTypes",
  "payWishedType",
  "payWishedMin",
  "experienceLevel",
  "available",
  "specialties",
  "settings",
  "software",
  "experience",
  "credentials",
  "work",
  "education",
]);

/** The version a form was typed against; -1, which none has, for one that was tampered with. */
export function versionOf(typed: string): number {
  const version = Number(typed || 0);
  return Number.isSafeInteger(version) && Math.abs(version) < 2 ** 31 ? version : -1;
}

/** A saved profile as its form would have been typed. */
export function profileValues(profile: Profile): FormValues {
  const values: FormValues = {
    headline: [profile.headline],
    about: [profile.about],
    city: [profile.city ?? ""],
    state: [profile.state ?? ""],
    eligibleStates: profile.eligibleStates,
    workModes: profile.workModes,
    employmentTypes: profile.employmentTypes,
    payWishedType: [profile.payWishedType ?? ""],
    payWishedMin: [written(profile.payWishedMin)],
    experienceLevel: [profile.experienceLevel ?? ""],
    available: [profile.available],
    specialties: profile.specialties,
    settings: profile.settings,
    software: profile.software,
  };
  const rows = {
    experience: profile.experience.map((one) => ({
      familyId: one.familyId,
      months: written(one.months),
      lastUsedOn: month(one.lastUsedOn),
      accuracyPercent: written(one.accuracyPercent),
      volume: written(one.volume),
      volumeUnit: one.volumeUnit ?? "",
    })),
    credentials: profile.credentials.map((one) => ({
      code: one.code,
      issuer: one.issuer,
      number: one.number,
      earnedOn: month(one.earnedOn),
      expiresOn: one.expiresOn ?? "",
    })),
    work: profile.work.map((one) => ({
      employer: one.employer,
      title: one.title,
      setting: one.setting ?? "",
      startedOn: month(one.startedOn),
      endedOn: month(one.endedOn),
      summary: one.summary,
    })),
    education: profile.education.map((one) => ({
      institution: one.institution,
      study: one.study,
      level: one.level ?? "",
      finishedYear: written(one.finishedYear),
    })),
  };
  for (const [prefix, entries] of Object.entries(rows)) {
    entries.forEach((entry, index) => {
      for (const [field, value] of Object.entries(entry)) {
        values[`${prefix}.${index}.${field}`] = [value];
      }
    });
  }
  return values;
}

const written = (value: number | null): string => (value === null ? "" : String(value));

const month = (day: string | null): string => day?.slice(0, 7) ?? "";
