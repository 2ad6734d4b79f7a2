import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import type { SeedRow } from "../insert-rows.ts";
import { findCity } from "../places.ts";
import { seededUuid } from "../seeded-ids.ts";
import { dayOf, type ExampleProfile } from "./world-data.ts";

export const profileUserId = (key: string): string => seededUuid(`example ${key}`);

/** An example profile in the shape an application freezes; the tables' rows follow from it. */
export function profileSnapshot(source: ExampleProfile, now: Date): ProfileSnapshot {
  return {
    name: source.name,
    email: source.email,
    headline: source.headline,
    about: about(source),
    city: source.city,
    state: source.state,
    eligibleStates: [source.state],
    workModes: source.work_modes,
    employmentTypes: source.employment_types,
    payWishedType: source.desired_pay.type,
    payWishedMin: source.desired_pay.min,
    experienceLevel: source.experience_level,
    available: source.available,
    specialties: source.specialties,
    settings: [...new Set(source.work_history.map(({ setting }) => setting))],
    software: source.software,
    experience: source.families.map((family) => ({
      familyId: family.id,
      months: Math.round(family.years * 12),
      lastUsedOn: lastUsed(family.last_used, now),
      accuracyPercent: family.accuracy_pct,
      volume: family.charts_per_day,
      volumeUnit: "charts-per-day",
    })),
    credentials: source.credentials.map(({ code, issuer, member_id, status, earned, renews }) => ({
      code,
      issuer,
      number: member_id,
      earnedOn: `${earned}-01`,
      expiresOn: lastDay(renews),
      status,
    })),
    work: source.work_history.map(({ employer, title, setting, start, end, summary }) => ({
      employer,
      title,
      setting,
      startedOn: `${start}-01`,
      endedOn: end === "present" ? null : `${end}-01`,
      summary,
    })),
    education: [education(source.education)],
  };
}

export interface ProfileRows {
  applicant: SeedRow<"applicants">;
  experience: SeedRow<"applicantExperience">[];
  credentials: SeedRow<"applicantCredentials">[];
  work: SeedRow<"applicantWork">[];
  education: SeedRow<"applicantEducation">[];
}

export function profileRows(source: ExampleProfile, now: Date): ProfileRows {
  const userId = profileUserId(source.id);
  const { name: _name, email: _email, ...profile } = profileSnapshot(source, now);
  const { experience, credentials, work, education: studies, ...columns } = profile;
  const place = (entry: object, position: number) => ({ ...entry, userId, position });
  return {
    applicant: {
      userId,
      ...columns,
      zip: findCity(source.city, source.state).zip,
      visibility: "visible",
    },
    experience: experience.map(place),
    credentials: credentials.map(({ status, ...entry }, position) => ({
      ...entry,
      userId,
      position,
      ...(status === "verified"
        ? { status, verifiedMethod: "issuer-look-up" as const, verifiedAt: verifiedAt(now) }
        : { status: "self-reported" as const, verifiedMethod: null, verifiedAt: null }),
    })),
    work: work.map(place),
    education: studies.map(place),
  };
}

function about({ about: text, languages }: ExampleProfile): string {
  return languages.length > 1 ? `${text}\n\nLanguages: ${languages.join(", ")}.` : text;
}

function lastUsed(year: number, now: Date): string {
  const thisMonth = `${dayOf(now).slice(0, 7)}-01`;
  return year < now.getUTCFullYear() ? `${year}-12-01` : thisMonth;
}

function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return dayOf(new Date(Date.UTC(year, number, 0)));
}

const LEVELS: [RegExp, string][] = [
  [/RN|LPN|MBBS/, "clinical-degree"],
  [/^(BS|BA|BSN|BBA)/, "bachelor"],
  [/AAS|Associate/, "associate"],
  [/certificate|course/i, "certificate"],
];

function education(text: string): ProfileSnapshot["education"][number] {
  const [study = text, institution = "Not stated"] = text.split(", community");
  const level = LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return {
    institution: institution === " college" ? "Community college" : "Not stated",
    study,
    level,
    finishedYear: null,
  };
}

// Before the example world begins: a check that is some weeks old, as most are.
const verifiedAt = (now: Date): Date => new Date(now.getTime() - 26 * 86_400_000);
