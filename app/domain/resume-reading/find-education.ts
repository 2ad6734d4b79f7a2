import type { EducationEntry } from "../profile-snapshot.ts";
import type { ResumeLine } from "./resume-lines.ts";
import { datesIn } from "./stated-dates.ts";

export interface FoundEducation {
  value: EducationEntry;
  line: number;
}

const SCHOOL =
  /\b(?:universit(?:y|ies)|colleges?|institute|schools?|academy|polytechnic|AAPC|AHIMA|Penn Foster|Career ?Step|Ultimate Medical)\b/i;
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/\bmaster(?:'?s|’s)?\b|\bM\.?H\.?A\b|\bM\.?S\.?(?=[ ,]|$)|\bMBA\b|\bMPH\b/, "master"],
  [
    /\bbachelor(?:'?s|’s)?\b|\bB\.?S\.?(?:N\b)?(?=[ ,.]|$)|\bB\.?A\.?(?=[ ,]|$)|\bBSHIM\b/,
    "bachelor",
  ],
  [/\bassociate(?:'?s|’s)?\b|\bA\.?A\.?S?\.?(?=[ ,]|$)|\bA\.?S\.?(?=[ ,]|$)/, "associate"],
  [/\b(?:MBBS|M\.?D\.|PharmD|BSN|ADN)\b|\bnursing diploma\b/, "clinical-degree"],
  [/\bhigh school\b|\bGED\b|\bdiploma\b(?=.*high school)/, "hs"],
  [
    /\bcertificate\b|\bcertification (?:program|course)\b|\bdiploma\b|\bprogram\b|\bcourse\b|\bpracticode\b/,
    "certificate",
  ],
];

/** Schools and degrees of the education section; a degree stands on its school's line or the one beside it. */
export function findEducation(lines: readonly ResumeLine[]): FoundEducation[] {
  const own = lines.flatMap((line, index) =>
    line.section === "education" && !line.isHeading ? [{ ...line, index }] : [],
  );
  const found: FoundEducation[] = [];
  for (const [at, { text, index }] of own.entries()) {
    if (!SCHOOL.test(text) || text.length > 200) continue;
    const parts = text
      .split(/\t|\s[|•·–—]\s|\s-\s|,\s/)
      .map((part) => part.trim())
      .filter(Boolean);
    const school =
      parts.find((part) => SCHOOL.test(part) && !educationLevelOf(part)) ??
      parts.find((part) => SCHOOL.test(part));
    if (!school || found.some(({ value }) => value.institution === withoutYears(school))) continue;
    const beside = [own[at - 1], own[at + 1]].filter(
      (line) =>
        line &&
        Math.abs(line.index - index) === 1 &&
        !SCHOOL.test(line.text) &&
        !claims(found, line.index),
    );
    const inline = parts.filter((part) => part !== school);
    const degree =
      inline.find((part) => educationLevelOf(part)) ??
      beside.map((line) => line?.text ?? "").find((line) => educationLevelOf(line)) ??
      "";
    const yearText = [text, ...beside.map((line) => line?.text ?? "")];
    found.push({
      value: {
        institution: withoutYears(school).slice(0, 160),
        study: withoutYears(studyOf(degree, inline)).slice(0, 160),
        level: educationLevelOf(degree) ?? educationLevelOf(school),
        finishedYear: yearText.map(lastYear).find((year) => year !== null) ?? null,
      },
      line: index,
    });
  }
  return found;
}

const claims = (found: readonly FoundEducation[], line: number): boolean =>
  found.some((one) => one.line === line);

export const educationLevelOf = (text: string): string | null =>
  LEVELS.find(([pattern]) => new RegExp(pattern.source, "i").test(text))?.[1] ?? null;

/** "AAS, Health Information Technology": the degree with what it was in. */
function studyOf(degree: string, inline: readonly string[]): string {
  const first = degree.split(/\t|\s[|•·]\s/)[0]?.trim() ?? "";
  if (!inline.includes(degree)) return first;
  const next = inline[inline.indexOf(degree) + 1];
  const goesOn =
    next && /^\p{Lu}?[\p{L} &]+$/u.test(next) && !/^[A-Z]{2}$/.test(next) && degree.length < 14;
  return goesOn ? `${first}, ${next}` : first;
}

function lastYear(text: string): number | null {
  const date = datesIn(text).at(-1)?.date;
  return date ? Number(date.slice(0, 4)) : null;
}

const withoutYears = (text: string): string =>
  text
    .replace(
      /\(?\b(?:[A-Za-z]{3,9}\.? )?(?:19|20)\d\d\b(?:\s*[-–—]\s*(?:[A-Za-z]{3,9}\.? )?(?:(?:19|20)\d\d|present))?\)?/gi,
      "",
    )
    .replace(/\b(?:graduated|completed|expected|conferred)\b:?/gi, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:|–—-]+|[\s,;:(|–—-]+$/gu, "");
