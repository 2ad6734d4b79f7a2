import type { ProfileChoice, ProfileText } from "#app/domain/profile-proposals/proposal.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import {
  EMPLOYMENT_TYPES,
  labelOf,
  SETTINGS,
  SPECIALTIES,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";

export const TEXT_LABELS: Record<ProfileText, string> = {
  headline: "Headline",
  about: "About you",
  city: "City",
  state: "State you live in",
};

interface ChoiceWords {
  label: string;
  word: (slug: string) => string;
}

const CHOICES: Record<ProfileChoice, ChoiceWords> = {
  specialties: { label: "Specialties", word: (slug) => labelOf(SPECIALTIES, slug) },
  settings: { label: "Settings", word: (slug) => labelOf(SETTINGS, slug) },
  workModes: { label: "Work modes", word: (slug) => labelOf(WORK_MODES, slug) },
  employmentTypes: {
    label: "Kinds of employment",
    word: (slug) => labelOf(EMPLOYMENT_TYPES, slug),
  },
  eligibleStates: {
    label: "States you may work in",
    word: (code) => new Map(Object.entries(STATE_NAMES)).get(code) ?? code,
  },
};

/** What a list of the profile and its entries are called. */
export const choiceWords = (field: ProfileChoice): ChoiceWords => CHOICES[field];
