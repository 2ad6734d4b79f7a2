import { STATE_NAMES } from "../us-states.ts";

const TITLE_NOUN =
  "coder|auditor|specialist|biller|analyst|manager|supervisor|technician|tech|educator|clerk|assistant|intern|extern|lead|director|reviewer|abstractor|instructor|scribe|receptionist|representative|rep|coordinator|apprentice|trainee|nurse|officer|associate|consultant|faculty|secretary|administrator|cdi|externship|internship|processor|adjuster|registrar|transcriptionist|trainer|teacher|cashier|barista|server|aide|cna|phlebotomist|examiner";
const TITLE_LAST = new RegExp(
  `\\b(?:${TITLE_NOUN})(?: (?:i{1,3}|iv|[1-4]))?(?:[ ,-]+(?:remote|inpatient|outpatient|prn|contract|per diem|senior|facility|pro-?fee|ii?i?|cpc|ccs|cpc-a|rhit))*\\)?$`,
  "i",
);
const TITLE_ANY = new RegExp(`\\b(?:${TITLE_NOUN}|coding|billing)\\b`, "i");
const EMPLOYER_SURE =
  /\b(?:hospitals?|health|healthcare|health ?care|medical (?:center|group|associates|clinic)|clinics?|inc|llc|llp|p\.?a\.?|p\.?c\.?|pllc|corp(?:oration)?|company|center|centre|university|college|school|health system|associates|physicians|partners|services|solutions|group|care|staffing|network|institute|imaging|surgery center|health plan|insurance|laborator(?:y|ies)|labs|pharmacy|practice|consulting|consultants|department|county|state of|cardiology|orthopa?edics|radiology|dermatology|pediatrics|urology|oncology|hospice|systems|advantage|mutual|store|market)\b/i;

/** How much a text looks like a job's title: 2 = it ends as one, 1 = it holds a title's word. */
export const looksLikeTitle = (text: string): 0 | 1 | 2 | 3 => {
  if (TITLE_LAST.test(text)) return EMPLOYER_SURE.test(text) ? 2 : 3;
  return TITLE_ANY.test(text) ? 1 : 0;
};

/** How much a text looks like an employer's name. */
export const looksLikeEmployer = (text: string): 0 | 2 => (EMPLOYER_SURE.test(text) ? 2 : 0);

/**
 * The parts of a heading line: "Coder II | Seagrape Heart Group, Orlando, FL" → ["Coder II", "Seagrape Heart Group"].
 * Places, "Remote" and what is in parentheses at the end are dropped.
 */
export function partsOf(line: string): string[] {
  const coarse = line
    .split(/\t|\s[|•·–—]\s|\s-\s|\s{3,}|\s@\s|\s\/\s|[|•·–—](?=\s)|\bat\b(?=\s\p{Lu})/u)
    .map(tidy)
    .filter(isTelling);
  const placed = coarse.flatMap((part) => splitByComma(part));
  return placed.filter(isTelling);
}

function splitByComma(part: string): string[] {
  const pieces = part.split(/,\s*/).map(tidy).filter(Boolean);
  if (pieces.length === 1) return pieces;
  const kept: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    const isCity = next !== undefined && isState(next);
    if (
      isState(piece) ||
      isTown(piece) ||
      (isCity && at > 0) ||
      (isCity && !EMPLOYER_SURE.test(piece))
    )
      continue;
    // "Smith, Jones and Lee, Inc." and "Coder, Inpatient" stay in one piece.
    const isTail =
      /^(?:inc|llc|llp|p\.?a|p\.?c|md|inpatient|outpatient|remote|prn|facility)\.?$/i.test(piece);
    if (isTail && kept.length > 0) kept[kept.length - 1] = `${kept.at(-1)}, ${piece}`;
    else kept.push(piece);
  }
  return kept;
}

const STATES = new Set(Object.values(STATE_NAMES).map((name) => name.toLowerCase()));

const isState = (text: string): boolean => {
  const word = text.replace(/\s+\d{5}(?:-\d{4})?$/, "").replace(/[().]/g, "");
  return (/^[A-Z]{2}$/.test(word) && word in STATE_NAMES) || STATES.has(word.toLowerCase());
};

/** "Raleigh NC": a town and its state without a comma between. */
const isTown = (text: string): boolean =>
  /^\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2} [A-Z]{2}$/u.test(text) && isState(text.slice(-2));

const tidy = (text: string): string =>
  text
    .replace(/\((?:remote|contract|prn|full[- ]time|part[- ]time|hybrid|onsite|temporary)\)/gi, "")
    .replace(/^[\s,;:()|–—-]+|[\s,;:(|–—-]+$/gu, "")
    .replace(/\s+/g, " ");

const isTelling = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  !/^(?:remote|hybrid|onsite|on-site|full[- ]time|part[- ]time|contract|prn|per diem|temporary|dates?|location)$/i.test(
    text,
  );
