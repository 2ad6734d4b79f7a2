import { matchQuality, wordsOf } from "../word-match.ts";
import {
  ancestorsOf,
  CODE_FAMILIES,
  type CodeFamily,
  childrenOf,
  type FamilySummary,
  findFamily,
  summarizeFamily,
} from "./code-families.ts";
import { readingsOf } from "./code-readings.ts";
import { SYSTEM_LABELS } from "./code-systems.ts";
import { coverOf } from "./covering.ts";
import { resolveCodes } from "./resolve-code.ts";
import { namesOfSpecialty, rephrase } from "./synonyms.ts";

/** A family with the labels above it, root first: where a hit sits in the tree. */
export interface FamilySummaryWithPath extends FamilySummary {
  path: string[];
}

function withPath(id: string): FamilySummaryWithPath | null {
  const summary = summarizeFamily(id);
  if (!summary) return null;
  const path = ancestorsOf(id)
    .map((family) => family.label)
    .reverse();
  return { ...summary, path };
}

/**
 * Active families for what was typed: words ("septal", "cardiolgy", "IR"), codes ("93590", "i25.1") or ranges
 * ("92920-92944"). Codes may be half typed. Best first; empty for an empty query.
 */
export function searchFamilies(query: string, limit = 12): FamilySummaryWithPath[] {
  const typed = query.trim().slice(0, 100);
  if (typed === "") return [];
  const byCode = familiesOfCodes(typed);
  const found = byCode.length > 0 ? byCode : familiesOfWords(wordsOf(typed));
  return found.slice(0, limit).flatMap(({ id }) => withPath(id) ?? []);
}

/** Every reading of a code counts here: a picker shows what "J18" may become, a search follows what it is. */
function familiesOfCodes(typed: string): CodeFamily[] {
  const { codes } = resolveCodes(typed);
  const followed = codes.flatMap(({ families }) =>
    families.flatMap(({ id }) => findFamily(id) ?? []),
  );
  const others = coverOf([
    ...readingsOf(typed.toUpperCase(), null),
    // Two or three digits alone are a search for words; here they may become a CPT code or be a DRG.
    ...(/^\d{2,3}$/.test(typed)
      ? [...readingsOf(typed, "cpt"), ...readingsOf(typed, "msdrg")]
      : []),
  ]);
  return [...new Set([...followed, ...others])].filter(({ status }) => status === "active");
}

/** How much a word counts by where it stands. */
const WEIGHTS = { label: 10, ancestor: 3, specialty: 3, system: 2 } as const;

interface Posting {
  family: number;
  weight: number;
}

const active = CODE_FAMILIES.filter(({ status }) => status === "active");
let postings: Map<string, [word: string, Posting[]][]> | null = null;

/** Words by their first letter, which a typo never changes here, and the families that hold them. */
function index(): Map<string, [word: string, Posting[]][]> {
  if (postings) return postings;
  const built = new Map<string, Map<number, number>>();
  const put = (text: string, family: number, weight: number) => {
    for (const word of wordsOf(text)) {
      const known = built.get(word) ?? new Map<number, number>();
      known.set(family, Math.max(known.get(family) ?? 0, weight));
      built.set(word, known);
    }
  };
  for (const [at, family] of active.entries()) {
    put(family.label, at, WEIGHTS.label);
    put(SYSTEM_LABELS[family.system], at, WEIGHTS.system);
    for (const { label } of ancestorsOf(family.id)) put(label, at, WEIGHTS.ancestor);
    for (const slug of family.specialties) {
      for (const name of namesOfSpecialty(slug)) put(name, at, WEIGHTS.specialty);
    }
  }
  const words = [...built].map(([word, families]): [string, Posting[]] => [
    word,
    [...families].map(([family, weight]) => ({ family, weight })),
  ]);
  postings = Map.groupBy(words, ([word]) => word[0] ?? "");
  return postings;
}

function familiesOfWords(words: readonly string[]): CodeFamily[] {
  if (words.length === 0) return [];
  const best = new Map<number, number>();
  for (const [rank, phrasing] of rephrase(words).entries()) {
    for (const [family, score] of scoresOf(phrasing)) {
      // What was typed counts for more than what it stands for.
      const fair = (rank === 0 ? score : score * 0.9) / phrasing.length;
      best.set(family, Math.max(best.get(family) ?? 0, fair));
    }
  }
  return [...best]
    .map(([at, score]) => ({ family: active[at], score }))
    .flatMap(({ family, score }) => (family ? [{ family, score: score + bonus(family) }] : []))
    .toSorted((a, b) => b.score - a.score)
    .map(({ family }) => family);
}

/** Finer and more asked-for families come first among equals. */
const bonus = ({ id, popular, level }: CodeFamily): number =>
  (popular ? 4 : 0) + (childrenOf(id).length === 0 ? 3 : 0) + (level === "system" ? -2 : 0);

/** Families that hold every word, with how well. */
function scoresOf(words: readonly string[]): Map<number, number> {
  const [first, ...others] = [...new Set(words)].map(scoresOfWord);
  return others.reduce(
    (scores, own) =>
      new Map(
        [...own].flatMap(([at, score]) => {
          const before = scores.get(at);
          return before === undefined ? [] : [[at, before + score] as const];
        }),
      ),
    first ?? new Map<number, number>(),
  );
}

function scoresOfWord(word: string): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [known, families] of index().get(word[0] ?? "") ?? []) {
    const quality = matchQuality(word, known);
    if (quality === 0) continue;
    for (const { family, weight } of families) {
      scores.set(family, Math.max(scores.get(family) ?? 0, weight * quality));
    }
  }
  return scores;
}
