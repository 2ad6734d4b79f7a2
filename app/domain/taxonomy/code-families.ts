import data from "../reference/code-families.json" with { type: "json" };
import { type CodeSystem, SYSTEM_LABELS } from "./code-systems.ts";

export type FamilyLevel = "system" | "section" | "family";

/** A named contiguous range in one code system. Ranges compare as strings of equal width inside one scheme. */
export interface CodeFamily {
  id: string;
  system: CodeSystem;
  level: FamilyLevel;
  parent: string | null;
  scheme: string;
  start: string;
  end: string;
  label: string;
  specialties: readonly string[];
  popular: boolean;
  status: "active" | "retired";
  /** The family that took over a retired range; experience in the old one counts as history. */
  successor: string | null;
  note: string | null;
}

export const CODE_FAMILIES = data as readonly CodeFamily[];

const byId = new Map(CODE_FAMILIES.map((family) => [family.id, family]));

export const findFamily = (id: string): CodeFamily | null => byId.get(id) ?? null;

/** Ancestors from parent to root; empty for a system. */
export function ancestorsOf(id: string): CodeFamily[] {
  const chain: CodeFamily[] = [];
  for (let at = findFamily(id); at?.parent; ) {
    at = findFamily(at.parent);
    if (at) chain.push(at);
  }
  return chain;
}

/** The family's own id and its ancestors' ids, finest first. */
export const lineage = (id: string): string[] => [
  id,
  ...ancestorsOf(id).map((family) => family.id),
];

const children = Map.groupBy(CODE_FAMILIES, (family) => family.parent ?? "");

export const childrenOf = (id: string): readonly CodeFamily[] => children.get(id) ?? [];

export const CODE_SYSTEMS: readonly CodeFamily[] = children.get("") ?? [];

/** "93590–93592", or the single code of a one-code range. */
export const rangeOf = (family: Pick<CodeFamily, "start" | "end">): string =>
  family.start === family.end ? family.start : `${family.start}–${family.end}`;

/** What a family chip shows. */
export interface FamilySummary {
  id: string;
  label: string;
  range: string;
  system: CodeSystem;
  systemLabel: string;
}

/** The chip's facts for a family id; null when the taxonomy does not hold it. */
export function summarizeFamily(id: string): FamilySummary | null {
  const family = findFamily(id);
  if (!family) return null;
  return {
    id,
    label: family.label,
    range: rangeOf(family),
    system: family.system,
    systemLabel: SYSTEM_LABELS[family.system],
  };
}
