import { SPECIALTIES } from "../vocabulary.ts";
import { wordsOf } from "../word-match.ts";

/** Phrases the field uses for one thing; each stands for every other of its group. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ["hcc", "risk adjustment", "hierarchical condition category", "raf", "mra"],
  ["ir", "interventional radiology", "ivr"],
  ["profee", "pro fee", "professional fee", "physician coding"],
  ["ortho", "orthopedics", "orthopaedics", "orthopedic", "orthopaedic"],
  ["cdi", "clinical documentation integrity", "clinical documentation improvement"],
  ["ed", "er", "emergency department", "emergency room", "emergency medicine"],
  ["e m", "em", "evaluation and management", "evaluation management"],
  ["ob", "obstetrics", "obstetric", "maternity"],
  ["ob gyn", "obgyn", "obstetrics and gynecology"],
  ["gyn", "gynecology"],
  ["cath lab", "heart catheterization", "cardiac catheterization", "interventional cardiology"],
  ["pci", "percutaneous coronary intervention", "coronary intervention", "coronary stent"],
  ["tavr", "tavi", "transcatheter aortic valve"],
  ["cabg", "coronary bypass", "coronary artery bypass"],
  ["ep", "electrophysiology"],
  ["icd device", "defibrillator"],
  ["ekg", "ecg", "electrocardiography"],
  ["gi", "gastroenterology", "gastrointestinal"],
  ["egd", "upper endoscopy"],
  ["ent", "otolaryngology", "ear nose throat"],
  ["pt", "physical therapy"],
  ["rad onc", "radiation oncology"],
  ["nuc med", "nuclear medicine"],
  ["heme onc", "hematology oncology", "hematology and oncology"],
  ["derm", "dermatology"],
  ["peds", "pediatrics", "paediatrics", "pediatric"],
  ["psych", "psychiatry", "behavioral health", "behavioural health", "mental health"],
  ["anes", "anesthesia", "anaesthesia", "anesthesiology"],
  ["snf", "skilled nursing"],
  ["asc", "ambulatory surgery", "surgery center"],
  ["ip", "inpatient"],
  ["op", "outpatient"],
  ["sds", "same day surgery"],
  ["dme", "durable medical equipment"],
  ["rpm", "remote patient monitoring", "remote physiologic monitoring"],
  ["ccm", "chronic care management"],
  ["wfh", "work from home", "remote", "telecommute"],
  ["prn", "per diem"],
  ["ft", "full time"],
  ["auditor", "auditing", "audit"],
  ["denials", "appeals", "denial management"],
  ["mammography", "mammogram"],
  ["echo", "echocardiography", "echocardiogram"],
  ["leg revascularization", "lower extremity revascularization"],
];

const groups = SYNONYMS.map((group) => group.map((phrase) => wordsOf(phrase)));

/** Words that say the same as `words`, the typed ones first: one phrase of them replaced at a time. */
export function rephrase(words: readonly string[], most = 8): string[][] {
  const found = [[...words]];
  for (const group of groups) {
    for (const phrase of group) {
      const at = indexOfPhrase(words, phrase);
      if (at === -1) continue;
      for (const other of group) {
        if (other !== phrase) found.push(words.toSpliced(at, phrase.length, ...other));
      }
    }
  }
  return found.slice(0, most);
}

/**
 * A typed line as the things it asks for: a phrase we have synonyms for, with them, or a single word. The typed
 * spelling comes first.
 */
export function spellingsOf(words: readonly string[]): string[][] {
  const units: string[][] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = longestPhraseAt(words, at);
    const word = words[at];
    if (phrase) {
      const own = phrase.join(" ");
      const others = groups
        .filter((group) => group.some((one) => one.join(" ") === own))
        .flatMap((group) => group.map((one) => one.join(" ")));
      units.push([...new Set([own, ...others])]);
      at += phrase.length;
    } else {
      if (word) units.push([word]);
      at += 1;
    }
  }
  return units;
}

const longestPhraseAt = (words: readonly string[], at: number): string[] | undefined =>
  groups
    .flat()
    .filter((phrase) => phrase.every((word, offset) => words[at + offset] === word))
    .toSorted((a, b) => b.length - a.length)[0];

function indexOfPhrase(words: readonly string[], phrase: readonly string[]): number {
  return words.findIndex((_, at) => phrase.every((word, offset) => words[at + offset] === word));
}

const aliases = new Map(
  SPECIALTIES.map(({ slug, label, aliases: own }) => [slug, [label, ...own]]),
);

/** What people call a specialty: its label and its aliases. */
export const namesOfSpecialty = (slug: string): readonly string[] => aliases.get(slug) ?? [];
