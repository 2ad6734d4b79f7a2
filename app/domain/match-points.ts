import type { Match, MatchAspect, MatchedFamily } from "./match.ts";

export interface TracedReason {
  aspect: MatchAspect;
  /** Whole points this line takes off. */
  lost: number;
  /** The same by family id; empty where the aspect has no families, or the match was kept without their points. */
  families: Map<string, number>;
}

/**
 * Every point short of 100, traced to the line that takes it off, in whole points: the lines' sum exactly to what the
 * score lacks, the families' exactly to their line. Aspects not asked are left out.
 */
export function tracePoints(match: Match): TracedReason[] {
  const asked = match.reasons.filter(({ standing }) => standing !== "not-asked");
  const lost = apportion(
    asked.map(({ points, outOf }) => outOf - points),
    100 - match.score,
  );
  return asked.map(({ aspect, families = [] }, at) => ({
    aspect,
    lost: lost[at] ?? 0,
    families: familyPoints(families, lost[at] ?? 0),
  }));
}

function familyPoints(families: readonly MatchedFamily[], lost: number): Map<string, number> {
  const known = families.flatMap(({ familyId, lost: own, share }) => {
    // Matches kept before weighed every family the same.
    const part = own ?? (share === undefined ? undefined : 1 - share);
    return part === undefined ? [] : [{ familyId, part }];
  });
  if (known.length !== families.length) return new Map();
  const whole = known.reduce((sum, { part }) => sum + part, 0);
  const split = apportion(
    known.map(({ part }) => (whole === 0 ? 0 : (part * lost) / whole)),
    lost,
  );
  return new Map(known.map(({ familyId }, at) => [familyId, split[at] ?? 0]));
}

/** Whole numbers near `parts` (none below zero) that sum to `total`; nothing goes to a part of nothing while others can take it. */
function apportion(parts: readonly number[], total: number): number[] {
  const exact = parts.map((part) => Math.max(0, Math.round(part * 1e6) / 1e6));
  const whole = exact.map(Math.floor);
  const order = exact
    .map((part, at) => ({ at, part, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || b.part - a.part || a.at - b.at);
  let open = total - whole.reduce((sum, part) => sum + part, 0);
  while (open !== 0 && order.length > 0) {
    const step = Math.sign(open);
    for (const { at } of step > 0 ? order : order.toReversed()) {
      const next = (whole[at] ?? 0) + step;
      if (open === 0 || next < 0) continue;
      whole[at] = next;
      open -= step;
    }
  }
  return whole;
}
