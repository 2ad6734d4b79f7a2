import type { IndexEntry } from "#app/components/index-list.tsx";
import {
  CODE_FAMILIES,
  CODE_SYSTEMS,
  type CodeFamily,
  rangeOf,
} from "#app/domain/taxonomy/code-families.ts";
import { SPECIALTIES } from "#app/domain/vocabulary.ts";

/** Open jobs by family id or specialty slug; an absent key is none. */
export type JobCounts = Record<string, number>;

export const familyEntry = (family: CodeFamily, counts: JobCounts): IndexEntry => ({
  to: `/code-families/${family.id}`,
  label: family.label,
  ...(family.level === "system" ? {} : { range: rangeOf(family) }),
  system: family.system,
  jobs: counts[family.id] ?? 0,
});

const byJobs = (a: IndexEntry, b: IndexEntry) =>
  b.jobs - a.jobs || a.label.localeCompare(b.label, "en-US");

/** Families most asked for by open jobs; the ones coders know best when there are none. */
export function popularFamilies(counts: JobCounts, limit: number): IndexEntry[] {
  const asked = CODE_FAMILIES.filter(({ level }) => level === "family").filter(
    ({ id, popular }) => popular || (counts[id] ?? 0) > 0,
  );
  return asked
    .map((family) => familyEntry(family, counts))
    .sort(byJobs)
    .slice(0, limit);
}

/** Specialties with the most open jobs first. */
export const popularSpecialties = (counts: JobCounts, limit = SPECIALTIES.length): IndexEntry[] =>
  SPECIALTIES.map(({ slug, label }) => ({
    to: `/specialties/${slug}`,
    label,
    jobs: counts[slug] ?? 0,
  }))
    .sort(byJobs)
    .slice(0, limit);

export const codeSystems = (counts: JobCounts): IndexEntry[] =>
  CODE_SYSTEMS.map((system) => familyEntry(system, counts));
