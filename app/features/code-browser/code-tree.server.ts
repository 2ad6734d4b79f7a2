import type { IndexEntry } from "#app/components/index-list.tsx";
import { CODE_SYSTEMS, childrenOf, findFamily } from "#app/domain/taxonomy/code-families.ts";
import type { CodeSystem } from "#app/domain/taxonomy/code-systems.ts";
import { searchFamilies } from "#app/domain/taxonomy/family-search.ts";
import { SYSTEM_WORDS } from "#app/domain/taxonomy/family-words.ts";
import { familyEntry, type JobCounts, popularSpecialties } from "./index-entries.server.ts";

export interface CodeTree {
  query: string;
  /** Families that answer the query, with their path as words; null without a query. */
  found: (IndexEntry & { path: string })[] | null;
  systems: { id: CodeSystem; label: string; holds: string; jobs: number; sections: IndexEntry[] }[];
  specialties: IndexEntry[];
}

const FOUND_AT_MOST = 60;

/** The page of all code systems and their sections, or what a filter finds in them. */
export function codeTree(
  query: string,
  { byFamily, bySpecialty }: { byFamily: JobCounts; bySpecialty: JobCounts },
): CodeTree {
  return {
    query,
    found: query === "" ? null : findEntries(query, byFamily),
    systems: CODE_SYSTEMS.map(({ id, system, label }) => ({
      id: system,
      label,
      holds: SYSTEM_WORDS[system].holds,
      jobs: byFamily[id] ?? 0,
      sections: childrenOf(id).map((section) => familyEntry(section, byFamily)),
    })),
    specialties: popularSpecialties(bySpecialty).sort((a, b) =>
      a.label.localeCompare(b.label, "en-US"),
    ),
  };
}

const findEntries = (query: string, counts: JobCounts) =>
  searchFamilies(query, FOUND_AT_MOST).flatMap(({ id, path }) => {
    const family = findFamily(id);
    return family ? [{ ...familyEntry(family, counts), path: path.join(" › ") }] : [];
  });
