import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import { resolveCodes } from "#app/domain/taxonomy/resolve-code.ts";
import { SPECIALTIES } from "#app/domain/vocabulary.ts";

const SHORTEST = 3;
const MOST = 60;

/** The specialties whose name holds what was typed, and the families named by it or covering a code in it. */
export function namedIn(typed: string): { specialties: string[]; families: string[] } {
  const words = typed.trim().toLowerCase();
  if (words.length < SHORTEST) return { specialties: [], families: [] };
  const holds = (text: string) => text.toLowerCase().includes(words);
  const specialties = SPECIALTIES.filter(
    ({ label, aliases }) => holds(label) || aliases.some((alias) => alias.toLowerCase() === words),
  ).map(({ slug }) => slug);
  const coded = resolveCodes(typed).covering.flat();
  const labelled = CODE_FAMILIES.filter(({ label }) => holds(label)).map(({ id }) => id);
  return { specialties, families: [...new Set([...coded, ...labelled])].slice(0, MOST) };
}
