import type { Term } from "../vocabulary.ts";

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const joined = (text: string): string => plain(text).replaceAll(" ", "");

/** Finds a term of a closed list by its slug, label or alias, whatever its case and punctuation. */
export function termReader(
  list: readonly Term[],
  also: Readonly<Record<string, string>> = {},
): (text: string) => string | null {
  const known = new Map<string, string>();
  for (const { slug, label, aliases } of list) {
    const names = [slug, label, label.replace(/\s*\([^)]*\)/g, ""), ...aliases];
    for (const name of names) if (!known.has(joined(name))) known.set(joined(name), slug);
  }
  for (const [name, slug] of Object.entries(also)) known.set(joined(name), slug);
  return (text) => known.get(joined(text)) ?? null;
}

/** The parts of a list in one cell: by semicolons, bars or lines; by commas where there is none of these. */
export function listIn(cell: string): string[] {
  const parts = /[;|\n]/.test(cell) ? cell.split(/[;|\n]/) : cell.split(",");
  return parts.map((part) => part.trim()).filter(Boolean);
}
