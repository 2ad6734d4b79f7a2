import { PROFILE_CHOICES, type ProposedExperience } from "../profile-proposals/proposal.ts";
import type { ProfileFacts } from "../profile-proposals/standing.ts";
import { formatMonths } from "../requirement.ts";
import { findFamily, summarizeFamily } from "../taxonomy/code-families.ts";
import { STATE_NAMES } from "../us-states.ts";
import {
  EMPLOYMENT_TYPES,
  labelOf,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  WORK_MODES,
} from "../vocabulary.ts";
import { type JsonObject, listOf, monthOfDate, objectOf, textOf, textsOf } from "./json-values.ts";

/** Skills we write for readers who know nothing of our own fields; on import they are ours to skip. */
export const OWN_SKILLS = {
  families: "Code families",
  software: "Medical coding software",
} as const;

/** What the schema has no place for, by our own names; null when there is nothing to say. */
export function ownFacts(profile: ProfileFacts): JsonObject | null {
  const facts: JsonObject = {};
  if (profile.experience.length > 0) {
    facts.families = profile.experience.map(({ familyId, ...experience }) => ({
      id: familyId,
      name: summarizeFamily(familyId)?.label ?? familyId,
      range: summarizeFamily(familyId)?.range ?? "",
      ...withoutBlanks(experience),
    }));
  }
  for (const field of PROFILE_CHOICES) {
    if (profile[field].length > 0) facts[field] = profile[field];
  }
  if (profile.software.length > 0) facts.software = profile.software;
  const { experienceLevel, available, payWishedType, payWishedMin } = profile;
  const rest = withoutBlanks({ experienceLevel, available, payWishedType, payWishedMin });
  const all = { ...facts, ...rest };
  return Object.keys(all).length > 0 ? { version: 1, ...all } : null;
}

const withoutBlanks = (facts: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== ""));

/** Families and software as skills any reader of a JSON Resume understands. */
export function ownSkills(
  { experience, software }: ProfileFacts,
  alreadyNamed: ReadonlySet<string>,
): JsonObject[] {
  const unnamed = software.filter((slug) => !alreadyNamed.has(slug));
  return [
    { name: OWN_SKILLS.families, keywords: experience.map(familyWords) },
    { name: OWN_SKILLS.software, keywords: unnamed.map((slug) => labelOf(SOFTWARE, slug)) },
  ].filter(({ keywords }) => keywords.length > 0);
}

function familyWords({
  familyId,
  months,
  accuracyPercent,
}: ProfileFacts["experience"][number]): string {
  const family = summarizeFamily(familyId);
  const accuracy = accuracyPercent === null ? "" : `, ${accuracyPercent}% accuracy`;
  return `${family?.systemLabel ?? ""} ${family?.range ?? ""} ${family?.label ?? familyId}: ${formatMonths(months)}${accuracy}`;
}

/** The families of our own part of a document; [] when there are none. */
export const readOwnFamilies = (own: JsonObject): ProposedExperience[] =>
  listOf(own.families).flatMap((one) => {
    const { id, months, lastUsedOn, accuracyPercent } = objectOf(one);
    const familyId = textOf(id, 80);
    if (findFamily(familyId)?.status !== "active") return [];
    return {
      familyId,
      months: within(months, 1, 720, Number.isInteger),
      lastUsedOn: monthOfDate(lastUsedOn),
      accuracyPercent: within(accuracyPercent, 0, 100, Number.isFinite),
    };
  });

const within = (
  value: unknown,
  least: number,
  most: number,
  isFit: (value: unknown) => boolean,
): number | null =>
  typeof value === "number" && isFit(value) && value >= least && value <= most ? value : null;

const CLOSED: Record<(typeof PROFILE_CHOICES)[number], ReadonlySet<string>> = {
  specialties: new Set(SPECIALTIES.map(({ slug }) => slug)),
  settings: new Set(SETTINGS.map(({ slug }) => slug)),
  workModes: new Set(WORK_MODES.map(({ slug }) => slug)),
  employmentTypes: new Set(EMPLOYMENT_TYPES.map(({ slug }) => slug)),
  eligibleStates: new Set(Object.keys(STATE_NAMES)),
};

/** The lists of our own part of a document, with what our vocabularies hold of each. */
export const readOwnChoices = (own: JsonObject) =>
  PROFILE_CHOICES.flatMap((field) => {
    const value = [...new Set(textsOf(own[field], 60))].filter((slug) => CLOSED[field].has(slug));
    return value.length > 0
      ? [{ field, value: value.slice(0, field === "specialties" ? 12 : 60) }]
      : [];
  });
