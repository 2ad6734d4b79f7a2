import type { ProfileSnapshot } from "./profile-snapshot.ts";

export interface CompletenessPart {
  /** The id of the editor's section that holds it. */
  section: string;
  label: string;
  /** What filling it in buys, in a sentence. */
  buys: string;
  done: boolean;
}

export interface Completeness {
  /** 0–100, whole; 100 when every part is done. */
  percent: number;
  parts: CompletenessPart[];
}

type Facts = Omit<ProfileSnapshot, "name" | "email">;

interface Rule {
  section: string;
  label: string;
  buys: string;
  /** How much of the whole it is worth: what an employer reads first weighs most. */
  weight: number;
  isDone: (profile: Facts) => boolean;
}

const RULES: readonly Rule[] = [
  {
    section: "families",
    label: "Code families with months",
    buys: "They weigh more than all else in a match: without them no job can be recommended to you.",
    weight: 30,
    isDone: ({ experience }) => experience.length > 0,
  },
  {
    section: "families",
    label: "When you last used each family",
    buys: "Undated months count half in a match.",
    weight: 10,
    isDone: ({ experience }) =>
      experience.length > 0 && experience.every(({ lastUsedOn }) => lastUsedOn !== null),
  },
  {
    section: "families",
    label: "Accuracy in at least one family",
    buys: "Employers ask for 95% or more; an audited figure answers before they ask.",
    weight: 5,
    isDone: ({ experience }) => experience.some(({ accuracyPercent }) => accuracyPercent !== null),
  },
  {
    section: "credentials-held",
    label: "A credential",
    buys: "Most employers check the credential before anything else.",
    weight: 15,
    isDone: ({ credentials }) => credentials.length > 0,
  },
  {
    section: "location",
    label: "The state you live in",
    buys: "Employers can hire only where they are registered; without it many jobs cannot match.",
    weight: 10,
    isDone: ({ state }) => state !== null,
  },
  {
    section: "practice",
    label: "Specialties and settings",
    buys: "Facility and pro-fee are different trades; this says which is yours.",
    weight: 10,
    isDone: ({ specialties, settings }) => specialties.length > 0 && settings.length > 0,
  },
  {
    section: "practice",
    label: "Your experience level",
    buys: "Jobs ask for a level; yours is compared with it.",
    weight: 5,
    isDone: ({ experienceLevel }) => experienceLevel !== null,
  },
  {
    section: "about-you",
    label: "A headline",
    buys: "It is the line an employer sees in a list of applications.",
    weight: 5,
    isDone: ({ headline }) => headline !== "",
  },
  {
    section: "work-history",
    label: "A job you have held",
    buys: "Recruiters read where the months were worked.",
    weight: 10,
    isDone: ({ work }) => work.length > 0,
  },
];

/** What a profile still lacks and what each part would buy, in the order worth doing. Pure. */
export function completenessOf(profile: Facts): Completeness {
  const whole = RULES.reduce((sum, { weight }) => sum + weight, 0);
  const done = RULES.filter(({ isDone }) => isDone(profile));
  const earned = done.reduce((sum, { weight }) => sum + weight, 0);
  return {
    percent: Math.round((100 * earned) / whole),
    parts: RULES.map(({ section, label, buys, isDone }) => ({
      section,
      label,
      buys,
      done: isDone(profile),
    })),
  };
}
