import type { IndexEntry } from "#app/components/index-list.tsx";
import { CODE_FAMILIES } from "#app/domain/taxonomy/code-families.ts";
import { SPECIALTIES } from "#app/domain/vocabulary.ts";
import { credentialsFor } from "./family-page.server.ts";
import { familyEntry, type JobCounts } from "./index-entries.server.ts";

export interface SpecialtyPage {
  slug: string;
  label: string;
  aliases: readonly string[];
  jobs: number;
  families: IndexEntry[];
  credentials: { code: string; name: string; issuer: string }[];
}

/** What the page of a specialty says; null for an unknown slug. */
export function specialtyPage(
  slug: string,
  { byFamily, bySpecialty }: { byFamily: JobCounts; bySpecialty: JobCounts },
): SpecialtyPage | null {
  const specialty = SPECIALTIES.find((one) => one.slug === slug);
  if (!specialty) return null;
  const families = CODE_FAMILIES.filter(
    (family) => family.status === "active" && family.specialties.includes(slug),
  );
  const finest = families.filter(
    ({ id, level }) => level === "family" || !families.some(({ parent }) => parent === id),
  );
  return {
    slug,
    label: specialty.label,
    aliases: specialty.aliases,
    jobs: bySpecialty[slug] ?? 0,
    families: finest.map((family) => familyEntry(family, byFamily)),
    credentials: credentialsFor([slug]),
  };
}
