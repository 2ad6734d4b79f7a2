import {
  CREDENTIALS,
  EMPLOYMENT_TYPES,
  labelOf,
  SETTINGS,
  SPECIALTIES,
  WORK_MODES,
} from "../vocabulary.ts";
import type { InterpretationKind } from "./interpretation.ts";
import { lineWords } from "./line-words.ts";
import { SPECIALTY_NAMES } from "./specialty-names.ts";

/** A phrase of the field and what it asks; null for one that must stay words whatever it contains. */
export type PhraseMeaning = {
  kind: InterpretationKind;
  label: string;
  anyOf: readonly string[];
  /** What of it comes first; nothing where all of it is meant alike. */
  first?: readonly string[];
} | null;

const TYPE_NAMES: readonly (readonly [types: string, names: string])[] = [
  ["full-time", "full time|fulltime|ft"],
  ["part-time", "part time|parttime"],
  ["prn", "prn|per diem|perdiem"],
  ["contract-w2 contract-1099", "contract|contractor"],
  ["contract-1099", "1099|1099 contract|contract 1099|independent contractor"],
  ["contract-w2", "w2 contract|contract w2|w 2 contract"],
  ["temp-to-hire", "temp to hire|temp to perm|contract to hire|contract to perm"],
  ["temporary", "temp|temporary|seasonal"],
  ["internship", "internship|intern|externship|extern|practicum"],
];

const MODE_NAMES: readonly (readonly [mode: string, names: string])[] = [
  [
    "remote",
    "remote|remotely|fully remote|100 remote|remote only|remote work|work remotely|wfh|work from home|work at home|telecommute|telecommuting",
  ],
  ["hybrid", "hybrid"],
  ["onsite", "onsite|on site|in office|in person"],
];

const NEW_TO_CODING = ["experience:apprentice", "apprentice"];
const EXPERIENCE_NAMES: readonly (readonly [label: string, anyOf: string[], names: string])[] = [
  [
    "No experience needed",
    NEW_TO_CODING,
    "no experience|no experience required|no experience needed|no experience necessary|no exp|without experience|zero experience|no prior experience|no coding experience|0 experience",
  ],
  [
    "Entry level, or apprentices accepted",
    ["experience:entry", ...NEW_TO_CODING],
    "entry level|entrylevel|new grad|new graduate|recent graduate|newly certified",
  ],
  ["Accepts apprentices", NEW_TO_CODING, "apprentice|apprentices|accepts apprentices|trainee"],
  ["Accepts apprentices", ["type:internship", ...NEW_TO_CODING], "apprenticeship"],
];

// Codes that mean something else as often: computer-assisted coding, community health center …
const ALSO_SOMETHING_ELSE = new Set(["CAC", "CHC", "CMC", "CCC", "OCS", "RN"]);

// They hold a phrase of the field and mean less or other than it.
const STAY_WORDS =
  "gyn onc|gynecologic oncology|surgical oncology|contract management|contract manager|contract negotiation|inpatient only list|remote access|drg validation|medicare contractor|emergency medical technician";

const vocabularies = { specialty: SPECIALTIES, setting: SETTINGS };

let phrases: Map<string, PhraseMeaning> | null = null;

/** Every phrase of the field, by its plain words. */
function table(): Map<string, PhraseMeaning> {
  if (phrases) return phrases;
  const built = new Map<string, PhraseMeaning>();
  const put = (names: string, meaning: PhraseMeaning) => {
    for (const name of names.split("|")) built.set(key(name), meaning);
  };
  for (const [terms, names] of SPECIALTY_NAMES) put(names, fieldMeaning(terms.split(" ")));
  for (const [types, names] of TYPE_NAMES) {
    const slugs = types.split(" ");
    const label = slugs.map((slug) => labelOf(EMPLOYMENT_TYPES, slug)).join(" or ");
    put(names, { kind: "type", label, anyOf: slugs.map((slug) => `type:${slug}`) });
  }
  for (const [mode, names] of MODE_NAMES) {
    put(names, { kind: "mode", label: labelOf(WORK_MODES, mode), anyOf: [`mode:${mode}`] });
  }
  for (const [label, anyOf, names] of EXPERIENCE_NAMES) {
    const isWider = anyOf.includes("experience:entry");
    put(names, { kind: "experience", label, anyOf, ...(isWider && { first: NEW_TO_CODING }) });
  }
  for (const { code } of CREDENTIALS) {
    if (!ALSO_SOMETHING_ELSE.has(code)) built.set(key(code), credentialMeaning(code));
  }
  put(STAY_WORDS, null);
  phrases = built;
  return built;
}

const key = (name: string): string =>
  lineWords(name)
    .map(({ word }) => word)
    .join(" ");

function credentialMeaning(code: string): PhraseMeaning {
  const isApprentice = /-A$/.test(code);
  return {
    kind: "credential",
    label: isApprentice ? `${code}, or apprentices accepted` : code,
    anyOf: isApprentice ? [`credential:${code}`, "apprentice"] : [`credential:${code}`],
  };
}

/** "Inpatient facility", once where a specialty and a setting are called the same. */
function fieldMeaning(anyOf: readonly string[]): PhraseMeaning {
  const kind = anyOf[0]?.startsWith("setting:") ? "setting" : "specialty";
  const labels = anyOf.flatMap((term) => {
    const [facet, slug = ""] = term.split(":");
    return facet === kind ? [labelOf(vocabularies[kind], slug)] : [];
  });
  // "Radiology" covers the interventional kind, and is said of the other.
  const [main = ""] = anyOf;
  const isGraded = anyOf.length > 1 && anyOf.every((term) => term.startsWith("specialty:"));
  return {
    kind,
    label: [...new Set(labels)].join(" or "),
    anyOf,
    ...(isGraded && { first: [main] }),
  };
}

const LONGEST = 4;

/** The longest phrase of the field that begins at a word, and how many words it has. */
export function phraseAt(
  words: readonly string[],
  at: number,
): { meaning: PhraseMeaning; length: number } | null {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const meaning = table().get(words.slice(at, at + length).join(" "));
    if (meaning !== undefined) return { meaning, length };
  }
  return null;
}

/** Whether these plain words are a phrase of the field. */
export const isFieldPhrase = (name: string): boolean => table().has(name);
