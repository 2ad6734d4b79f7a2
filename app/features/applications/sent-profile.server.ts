import { credentialStanding } from "#app/domain/credential-words.ts";
import type { MatchReason, MatchStanding } from "#app/domain/match.ts";
import { monthWords } from "#app/domain/month-words.ts";
import { formatPay } from "#app/domain/pay.ts";
import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import { productionWords } from "#app/domain/recruiter-facts.ts";
import { formatMonths } from "#app/domain/requirement.ts";
import { type FamilySummary, summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import { describeStates, STATE_NAMES } from "#app/domain/us-states.ts";
import {
  CREDENTIALS,
  EDUCATION_LEVELS,
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  labelOf,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  type Term,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";

/** A profile in words, as an employer reads it and an applicant previews it: never a member number. */
export interface SentProfile {
  name: string;
  email: string;
  headline: string;
  about: string;
  facts: { term: string; detail: string }[];
  families: { family: FamilySummary; note: string; standing: MatchStanding | null }[];
  credentials: { code: string; name: string; issuer: string; standing: string; dates: string }[];
  work: { key: string; title: string; employer: string; when: string; summary: string }[];
  education: { key: string; study: string; institution: string; detail: string }[];
}

/** `today` is "YYYY-MM-DD". */
export function describeProfile(
  profile: ProfileSnapshot,
  { reasons, today }: { reasons: readonly MatchReason[]; today: string },
): SentProfile {
  return {
    name: profile.name,
    email: profile.email,
    headline: profile.headline,
    about: profile.about,
    facts: facts(profile),
    families: families(profile, reasons),
    credentials: profile.credentials.map((one) => ({
      code: one.code,
      name: CREDENTIALS.find(({ code }) => code === one.code)?.name ?? "",
      issuer: one.issuer,
      standing: credentialStanding(one, today),
      dates: [
        one.earnedOn ? `earned ${monthWords(one.earnedOn)}` : "",
        one.expiresOn ? `expires ${monthWords(one.expiresOn)}` : "",
      ]
        .filter(Boolean)
        .join(", "),
    })),
    work: profile.work.map((entry, index) => ({
      key: String(index),
      title: entry.title,
      employer: [entry.employer, entry.setting ? labelOf(SETTINGS, entry.setting) : ""]
        .filter(Boolean)
        .join(", "),
      when: span(entry.startedOn, entry.endedOn),
      summary: entry.summary,
    })),
    education: profile.education.map((entry, index) => ({
      key: String(index),
      study: entry.study,
      institution: entry.institution,
      detail: [
        entry.level ? labelOf(EDUCATION_LEVELS, entry.level) : "",
        entry.finishedYear ? String(entry.finishedYear) : "",
      ]
        .filter(Boolean)
        .join(", "),
    })),
  };
}

function facts(profile: ProfileSnapshot): SentProfile["facts"] {
  const state = profile.state ? (STATE_NAMES[profile.state] ?? profile.state) : null;
  const listed: [string, string | null][] = [
    ["Lives in", [profile.city, state].filter(Boolean).join(", ")],
    [
      "Can work from",
      profile.eligibleStates.length > 0 ? describeStates(profile.eligibleStates) : null,
    ],
    ["Work mode", labels(WORK_MODES, profile.workModes)],
    ["Employment", labels(EMPLOYMENT_TYPES, profile.employmentTypes)],
    ["Level", profile.experienceLevel ? labelOf(EXPERIENCE_LEVELS, profile.experienceLevel) : null],
    ["Pay wished", payWished(profile)],
    ["Available", profile.available],
    ["Specialties", labels(SPECIALTIES, profile.specialties)],
    ["Settings", labels(SETTINGS, profile.settings)],
    ["Software", labels(SOFTWARE, profile.software)],
  ];
  return listed.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []));
}

const labels = (list: readonly Term[], slugs: readonly string[]): string =>
  slugs.map((slug) => labelOf(list, slug)).join(", ");

function payWished({ payWishedType: type, payWishedMin: min }: ProfileSnapshot): string | null {
  return type !== null && min !== null ? `${formatPay({ type, min, max: min })} or more` : null;
}

function families(
  { experience }: ProfileSnapshot,
  reasons: readonly MatchReason[],
): SentProfile["families"] {
  const asked = new Map(
    reasons.flatMap((reason) => reason.families ?? []).map((one) => [one.familyId, one.standing]),
  );
  const described = experience.flatMap((one) => {
    const family = summarizeFamily(one.familyId);
    if (!family) return [];
    const note = [
      formatMonths(one.months),
      one.accuracyPercent === null ? "" : `${one.accuracyPercent}%`,
      productionWords(one) ?? "",
      one.lastUsedOn ? `last used ${monthWords(one.lastUsedOn)}` : "",
    ]
      .filter(Boolean)
      .join(", ");
    return [{ family, note, standing: asked.get(one.familyId) ?? null }];
  });
  // What the job asks for first; the order the applicant chose otherwise.
  return described.sort((a, b) => Number(b.standing !== null) - Number(a.standing !== null));
}

function span(startedOn: string | null, endedOn: string | null): string {
  if (!startedOn) return endedOn ? `until ${monthWords(endedOn)}` : "";
  return `${monthWords(startedOn)} to ${endedOn ? monthWords(endedOn) : "now"}`;
}
