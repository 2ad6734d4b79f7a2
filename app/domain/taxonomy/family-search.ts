import {
  ancestorsOf,
  CODE_FAMILIES,
  type CodeFamily,
  type FamilySummary,
  summarizeFamily,
} from "./code-families.ts";

/** A family with the labels above it, root first: where a hit sits in the tree. */
export interface FamilySummaryWithPath extends FamilySummary {
  path: string[];
}

export function withPath(id: string): FamilySummaryWithPath | null {
  const summary = summarizeFamily(id);
  if (!summary) return null;
  const path = ancestorsOf(id)
    .map((family) => family.label)
    .reverse();
  return { ...summary, path };
}

/**
 * Active families for what was typed: a word ("septal"), a code ("93590", "i25.1") or a range ("92920-92944").
 * Codes may be half typed. Finest and most asked-for first; empty for an empty query.
 */
export function searchFamilies(query: string, limit = 12): FamilySummaryWithPath[] {
  const typed = query.trim().slice(0, 100);
  if (typed === "") return [];
  const range = readRange(typed);
  const byCode = range
    ? CODE_FAMILIES.filter((family) => family.status === "active" && overlaps(family, range)).sort(
        (a, b) => depth(b) - depth(a),
      )
    : [];
  const found = byCode.length > 0 ? byCode : searchWords(typed);
  return found.slice(0, limit).flatMap(({ id }) => withPath(id) ?? []);
}

interface Range {
  from: string;
  to: string;
}

function readRange(typed: string): Range | null {
  const compact = typed
    .toUpperCase()
    .replace(/^(CPT|HCPCS|ICD-?10-?(CM|PCS)?|MS-?DRG|DRG|HCC|APC)\s*/, "")
    .replace(/[.\s]/g, "");
  const match = /^([A-Z]?\d[0-9A-Z]{0,6})(?:[-–—]+([A-Z]?\d[0-9A-Z]{0,6}))?$/.exec(compact);
  const from = match?.[1];
  return from ? { from, to: match[2] ?? from } : null;
}

/** Ranges are strings of equal width inside a scheme: a shorter code stands for everything it begins. */
function overlaps({ start, end, scheme }: CodeFamily, { from, to }: Range): boolean {
  const width = start.length;
  if (from.length > width && !scheme.startsWith("icd10")) return false;
  const least = from.slice(0, width).padEnd(width, "0");
  const most = to.slice(0, width).padEnd(width, "Z");
  return least <= end && most >= start && /\d/.test(from[0] ?? "") === /\d/.test(start[0] ?? "");
}

const depth = (family: CodeFamily): number => ["system", "section", "family"].indexOf(family.level);

const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

function searchWords(typed: string): CodeFamily[] {
  const asked = words(typed);
  const scored = CODE_FAMILIES.filter((family) => family.status === "active").flatMap((family) => {
    const own = words(family.label);
    const around = [
      ...words(
        ancestorsOf(family.id)
          .map(({ label }) => label)
          .join(" "),
      ),
      ...words(family.specialties.join(" ")),
    ];
    const begins = (list: string[], word: string) => list.some((one) => one.startsWith(word));
    if (!asked.every((word) => begins(own, word) || begins(around, word))) return [];
    const inLabel = asked.filter((word) => begins(own, word)).length;
    return [{ family, score: inLabel * 10 + (family.popular ? 4 : 0) + depth(family) }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ family }) => family);
}
