import type { Facet, FacetCounts, JobSearch } from "#app/domain/job-search.ts";
import { NOT_STATED } from "#app/domain/job-search.ts";
import {
  ancestorsOf,
  CODE_SYSTEMS,
  childrenOf,
  findFamily,
  rangeOf,
} from "#app/domain/taxonomy/code-families.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import {
  EMPLOYMENT_TYPES,
  EXPERIENCE_LEVELS,
  labelOf,
  SETTINGS,
  SOFTWARE,
  SPECIALTIES,
  WORK_MODES,
} from "#app/domain/vocabulary.ts";

/** How many values a facet shows before "Show all". */
const SHORT = 6;

export interface FacetValue {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
}

export interface FacetGroup {
  facet: Exclude<Facet, "family">;
  title: string;
  values: FacetValue[];
  /** How many further values "Show all" would add; 0 when all are shown. */
  hidden: number;
  /** Opens without being asked: the first groups, and any with a chosen value. */
  open: boolean;
}

export interface FamilyStep {
  id: string;
  label: string;
  range: string | null;
  count: number;
}

/** The family drill-down: the way from a system to what is chosen, and the next finer steps. */
export interface FamilyDrill {
  path: FamilyStep[];
  next: FamilyStep[];
}

const TITLES: Record<FacetGroup["facet"], string> = {
  mode: "Work mode",
  specialty: "Specialty",
  credential: "Credential",
  setting: "Setting",
  state: "State you live in",
  type: "Employment",
  experience: "Experience level",
  software: "Software",
};

const ORDER: FacetGroup["facet"][] = [
  "mode",
  "credential",
  "specialty",
  "state",
  "setting",
  "type",
  "experience",
  "software",
];

/** The label of a facet value as a person reads it. */
export function facetLabel(facet: Facet, value: string): string {
  if (value === NOT_STATED) return "Not stated";
  switch (facet) {
    case "family":
      return findFamily(value)?.label ?? value;
    case "specialty":
      return labelOf(SPECIALTIES, value);
    case "credential":
      return value;
    case "setting":
      return labelOf(SETTINGS, value);
    case "mode":
      return labelOf(WORK_MODES, value);
    case "type":
      return labelOf(EMPLOYMENT_TYPES, value);
    case "state":
      return STATE_NAMES[value] ?? value;
    case "experience":
      return labelOf(EXPERIENCE_LEVELS, value);
    case "software":
      return labelOf(SOFTWARE, value);
  }
}

/** The filter groups of a result list, most frequent values first; `expanded` shows one facet whole. */
export function facetGroups(
  search: JobSearch,
  counts: FacetCounts,
  expanded: string | null,
): FacetGroup[] {
  return ORDER.map((facet, position) => {
    const chosen = search[facet];
    const known = { ...Object.fromEntries(chosen.map((value) => [value, 0])), ...counts[facet] };
    const all = Object.entries(known)
      .map(([value, count]) => ({
        value,
        label: facetLabel(facet, value),
        count,
        chosen: chosen.includes(value),
      }))
      .filter(({ count, chosen }) => count > 0 || chosen)
      .sort((a, b) => rank(a) - rank(b) || b.count - a.count || a.label.localeCompare(b.label));
    const shown = Math.max(SHORT, chosen.length);
    const values = expanded === facet ? all : all.slice(0, shown);
    return {
      facet,
      title: TITLES[facet],
      values,
      hidden: all.length - values.length,
      open: position < 3 || chosen.length > 0 || expanded === facet,
    };
  }).filter(({ values }) => values.length > 0);
}

const rank = ({ value, chosen }: FacetValue): number => {
  if (chosen) return 0;
  return value === NOT_STATED ? 2 : 1;
};

/** Where the drill-down stands: the last chosen family's path, and its children that have jobs. */
export function familyDrill(search: JobSearch, counts: FacetCounts): FamilyDrill {
  const at = search.family.at(-1);
  const step = (id: string): FamilyStep[] => {
    const family = findFamily(id);
    if (!family) return [];
    const range = family.level === "system" ? null : rangeOf(family);
    return [{ id, label: family.label, range, count: counts.family[id] ?? 0 }];
  };
  const path = at
    ? [
        ...ancestorsOf(at)
          .map(({ id }) => id)
          .reverse(),
        at,
      ].flatMap(step)
    : [];
  const finer = at ? childrenOf(at) : CODE_SYSTEMS;
  const next = finer.flatMap(({ id }) => step(id)).filter(({ count }) => count > 0);
  return { path, next };
}

/** The families chosen after stepping to `id`: its ancestors and descendants give way to it. */
export function stepToFamily(chosen: readonly string[], id: string): string[] {
  const above = new Set(ancestorsOf(id).map((family) => family.id));
  const isBelow = (other: string) => ancestorsOf(other).some((family) => family.id === id);
  return [...chosen.filter((other) => other !== id && !above.has(other) && !isBelow(other)), id];
}
