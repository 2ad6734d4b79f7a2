import { shareOfAsked, weighExperience } from "./experience-evidence.ts";
import type { MatchStanding } from "./match.ts";
import type { Experience, Requirement } from "./requirement.ts";
import { ancestorsOf, CODE_FAMILIES, findFamily } from "./taxonomy/code-families.ts";

// How far experience that is not in the asked family itself can go towards it.
export const FAMILY_WORTH = {
  /** Experience stated for the section above ("Surgery: vascular") leaves open which of its families it was. */
  section: 0.75,
  /** Experience stated for a whole code system says little about one family in it. */
  system: 0.25,
  /** A retired family is its successor's history: it can fill half of what is asked, never prove it. */
  history: 0.5,
} as const;

/**
 * A section asked for is satisfied by any family in it; two or three show breadth. The best three families count,
 * so that nobody needs all forty-nine of a large section. Sections of two or one share out the same whole.
 */
export const BREADTH = [0.7, 0.15, 0.15] as const;

export interface FamilyMatch {
  requirement: Requirement;
  standing: MatchStanding;
  /** 0–1: the part of the requirement's points earned. */
  credit: number;
  /** The experience it rests on, best first; empty when nothing counts. */
  evidence: Experience[];
  basis: "own" | "history" | "children" | "ancestor" | "none";
}

/** Compares an applicant's experience with one required family. Pure and total; unknown families match by id alone. */
export function matchFamily(
  requirement: Requirement,
  experience: readonly Experience[],
  now: Date,
): FamilyMatch {
  const entries = longestPerFamily(experience, now);
  const ways = [
    ownEvidence(requirement, entries),
    childEvidence(requirement, entries),
    ancestorEvidence(requirement, entries),
  ];
  const best = ways.reduce((a, b) => (b.credit > a.credit ? b : a));
  const { credit, evidence, basis } = best;
  return { requirement, credit, evidence, basis, standing: standingOf(ways, credit) };
}

interface Weighed {
  experience: Experience;
  months: number;
}
type Evidence = Pick<FamilyMatch, "credit" | "evidence" | "basis"> & { enough: boolean };

const NONE: Evidence = { credit: 0, evidence: [], basis: "none", enough: false };

function standingOf(ways: readonly Evidence[], credit: number): MatchStanding {
  if (ways.some(({ enough }) => enough)) return "covered";
  return credit > 0 ? "partly" : "missing";
}

/** One entry per family, the one worth most; entries worth nothing are dropped. */
function longestPerFamily(experience: readonly Experience[], now: Date): Map<string, Weighed> {
  const best = new Map<string, Weighed>();
  for (const entry of experience) {
    const months = weighExperience(entry, now);
    if (months > (best.get(entry.familyId)?.months ?? 0)) {
      best.set(entry.familyId, { experience: entry, months });
    }
  }
  return best;
}

function ownEvidence(
  { familyId, minMonths }: Requirement,
  entries: Map<string, Weighed>,
): Evidence {
  const own = entries.get(familyId);
  const history = predecessorsOf(familyId)
    .map((id) => entries.get(id))
    .filter((entry) => entry !== undefined)
    .sort((a, b) => b.months - a.months);
  if (!own && history.length === 0) return NONE;
  const proof = shareOfAsked(own?.months ?? 0, minMonths);
  const past = FAMILY_WORTH.history * shareOfAsked(history[0]?.months ?? 0, minMonths);
  const credit = Math.min(1, proof + past);
  return {
    credit,
    evidence: [own, ...history].filter((entry) => entry !== undefined).map((e) => e.experience),
    basis: own ? "own" : "history",
    enough: own !== undefined && credit >= 1,
  };
}

function childEvidence({ familyId, minMonths }: Requirement, entries: Map<string, Weighed>) {
  const below = descendantsOf(familyId);
  const shares = below
    .map((id) => ({ id, entry: entries.get(id) }))
    .flatMap(({ id, entry }) => (entry ? [{ entry, share: childShare(id, entry, minMonths) }] : []))
    .sort((a, b) => b.share - a.share || b.entry.months - a.entry.months);
  if (shares.length === 0) return NONE;
  const weights = BREADTH.slice(0, Math.min(BREADTH.length, below.length));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const earned = weights.reduce((sum, weight, i) => sum + weight * (shares[i]?.share ?? 0), 0);
  return {
    credit: Math.min(1, earned / whole),
    evidence: shares.map(({ entry }) => entry.experience),
    basis: "children",
    enough: (shares[0]?.share ?? 0) >= 1,
  } satisfies Evidence;
}

const childShare = (id: string, { months }: Weighed, minMonths: number): number =>
  shareOfAsked(months, minMonths) *
  (findFamily(id)?.status === "retired" ? FAMILY_WORTH.history : 1);

function ancestorEvidence({ familyId, minMonths }: Requirement, entries: Map<string, Weighed>) {
  let best: Evidence = NONE;
  for (const { id, level } of ancestorsOf(familyId)) {
    const entry = entries.get(id);
    if (!entry) continue;
    const worth = level === "system" ? FAMILY_WORTH.system : FAMILY_WORTH.section;
    const credit = worth * shareOfAsked(entry.months, minMonths);
    if (credit > best.credit) {
      best = { credit, evidence: [entry.experience], basis: "ancestor", enough: false };
    }
  }
  return best;
}

const descendants = new Map<string, string[]>();
for (const { id } of CODE_FAMILIES) {
  for (const { id: above } of ancestorsOf(id)) {
    descendants.set(above, [...(descendants.get(above) ?? []), id]);
  }
}
const descendantsOf = (id: string): readonly string[] => descendants.get(id) ?? [];

const replaced = Map.groupBy(
  CODE_FAMILIES.filter(({ successor }) => successor !== null),
  ({ successor }) => successor ?? "",
);

/** Retired families a family took over from, however many renumberings ago. */
function predecessorsOf(id: string, seen: readonly string[] = [id]): string[] {
  const direct = (replaced.get(id) ?? []).map((one) => one.id).filter((one) => !seen.includes(one));
  return direct.flatMap((one) => [one, ...predecessorsOf(one, [...seen, ...direct])]);
}
