import { familiesOfCodesIn } from "../resume-reading/families-of-codes.ts";
import { familiesNamedIn } from "../resume-reading/family-phrases.ts";
import { ancestorsOf, findFamily } from "../taxonomy/code-families.ts";

/** A family a job's text asks for, and the words that say so. */
export interface StatedFamily {
  familyId: string;
  level: "must" | "nice";
  minMonths: number;
  words: string;
}

const NICE =
  /\b(?:preferred|prefers?|a plus|nice to have|desired|desirable|bonus|ideally|helpful)\b/i;
const DURATION = /(\d{1,3})\s*\+?\s*(?:-\s*\d+\s*)?(years?|yrs?|months?|mos?)\b/i;
const MOST = 60;

/**
 * The families asked for in a job's own words: by codes, ranges and the field's phrases, clause by clause. "Preferred"
 * makes them nice to have, years or months in the same clause the experience asked. Where a family and one above it
 * are both named, the finer stays.
 */
export function statedFamilies(text: string): StatedFamily[] {
  const found = new Map<string, StatedFamily>();
  for (const clause of clausesOf(text)) {
    const codes = familiesOfCodesIn(clause, { isContact: false });
    const ids = new Set([...codes, ...familiesNamedIn(clause)]);
    for (const familyId of ids) {
      if (findFamily(familyId)?.status !== "active") continue;
      const stated: StatedFamily = {
        familyId,
        level: NICE.test(clause) ? "nice" : "must",
        minMonths: monthsIn(clause),
        words: clause.length > 160 ? `${clause.slice(0, 159)}…` : clause,
      };
      const known = found.get(familyId);
      if (!known || (known.level === "nice" && stated.level === "must"))
        found.set(familyId, stated);
    }
  }
  const coarse = new Set([...found.keys()].flatMap((id) => ancestorsOf(id).map((one) => one.id)));
  return [...found.values()].filter(({ familyId }) => !coarse.has(familyId)).slice(0, MOST);
}

const clausesOf = (text: string): string[] =>
  text
    .split(/\n+|;|\.\s+(?=\p{Lu})/u)
    .map((clause) => clause.replace(/^[\s*•·-]+/, "").trim())
    .filter(Boolean);

function monthsIn(clause: string): number {
  const [, figure, unit = ""] = DURATION.exec(clause) ?? [];
  if (!figure) return 0;
  const months = Number(figure) * (/^y/i.test(unit) ? 12 : 1);
  return months <= 600 ? months : 0;
}
