import type { IndexEntry } from "#app/components/index-list.tsx";
import {
  ancestorsOf,
  type CodeFamily,
  childrenOf,
  type FamilySummary,
  findFamily,
  summarizeFamily,
} from "#app/domain/taxonomy/code-families.ts";
import { explainFamily, SYSTEM_WORDS } from "#app/domain/taxonomy/family-words.ts";
import { CREDENTIALS, labelOf, SPECIALTIES } from "#app/domain/vocabulary.ts";
import { familyEntry, type JobCounts } from "./index-entries.server.ts";

interface Way {
  to: string;
  label: string;
  range: string;
}

export interface FamilyPage {
  family: FamilySummary;
  level: CodeFamily["level"];
  explanation: string;
  note: string | null;
  keeper: string;
  changes: string;
  jobs: number;
  /** Root first, without the family itself. */
  path: Way[];
  before: Way | null;
  after: Way | null;
  children: IndexEntry[];
  specialties: { slug: string; label: string }[];
  credentials: { code: string; name: string; issuer: string }[];
  /** Set for a retired range: the family that took over, if any. */
  retired: { successor: FamilySummary | null } | null;
}

const CREDENTIALS_SHOWN = 8;

const way = ({ id, label }: CodeFamily): Way => ({
  to: `/code-families/${id}`,
  label,
  range: summarizeFamily(id)?.range ?? "",
});

/** Everything the page of one family, section or system says; null for an unknown id. */
export function familyPage(id: string, counts: JobCounts): FamilyPage | null {
  const family = findFamily(id);
  const summary = summarizeFamily(id);
  if (!family || !summary) return null;
  const siblings = family.parent ? childrenOf(family.parent) : [];
  const at = siblings.findIndex((one) => one.id === id);
  const before = siblings[at - 1];
  const after = siblings[at + 1];
  const words = SYSTEM_WORDS[family.system];
  return {
    family: summary,
    level: family.level,
    explanation: explainFamily(family),
    note: family.note,
    keeper: words.keeper,
    changes: words.changes,
    jobs: counts[id] ?? 0,
    path: ancestorsOf(id).reverse().map(way),
    before: at > 0 && before ? way(before) : null,
    after: at >= 0 && after ? way(after) : null,
    children: childrenOf(id).map((child) => familyEntry(child, counts)),
    specialties: family.specialties.map((slug) => ({ slug, label: labelOf(SPECIALTIES, slug) })),
    credentials: credentialsFor(family.specialties),
    retired:
      family.status === "retired"
        ? { successor: family.successor ? summarizeFamily(family.successor) : null }
        : null,
  };
}

/** Credentials asked for in any of these specialties, the most particular to them first. */
export function credentialsFor(specialties: readonly string[]) {
  return CREDENTIALS.filter(({ status, specialties: covered }) => {
    return status === "active" && covered.some((slug) => specialties.includes(slug));
  })
    .toSorted((a, b) => a.specialties.length - b.specialties.length)
    .slice(0, CREDENTIALS_SHOWN)
    .map(({ code, name, issuer }) => ({ code, name, issuer }));
}
