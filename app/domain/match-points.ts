import type { Match, MatchAspect, MatchedFamily } from "./match.ts";

/** Whole points of a line: what it brought, of what it could bring. */
export interface LinePoints {
  got: number;
  possible: number;
}

export interface TracedReason extends LinePoints {
  aspect: MatchAspect;
  /** The line's points by family id; empty where the aspect has no families, or the match was kept without shares. */
  families: Map<string, LinePoints>;
}

/**
 * Every point of the score, traced to the line that brought it, in whole points: the lines' `got` sum exactly to the
 * score and their `possible` to 100; the families' sum exactly to their line. Aspects not asked are left out.
 */
export function tracePoints(match: Match): TracedReason[] {
  const asked = match.reasons.filter(({ standing }) => standing !== "not-asked");
  const whole = { got: match.score, possible: 100 };
  return splitPoints(asked, whole).map((line, at): TracedReason => {
    const reason = asked[at];
    return {
      ...line,
      aspect: reason?.aspect ?? "level",
      families: familyPoints(reason?.families ?? [], line),
    };
  });
}

function familyPoints(families: readonly MatchedFamily[], line: LinePoints) {
  const shares = families.flatMap(({ familyId, share }) =>
    share === undefined ? [] : [{ familyId, points: share, outOf: 1 }],
  );
  if (shares.length !== families.length) return new Map<string, LinePoints>();
  const scale = line.possible / Math.max(1, shares.length);
  const scaled = shares.map(({ points }) => ({ points: points * scale, outOf: scale }));
  const split = splitPoints(scaled, line);
  return new Map(
    shares.map(({ familyId }, at) => [familyId, split[at] ?? { got: 0, possible: 0 }]),
  );
}

/**
 * What was got and what was lost are rounded apart, each by largest remainder, so that a line covered in full never
 * seems to lack a point and a line missing never seems to bring one.
 */
function splitPoints(
  lines: readonly { points: number; outOf: number }[],
  { got, possible }: LinePoints,
): LinePoints[] {
  const won = apportion(
    lines.map(({ points }) => points),
    got,
  );
  const lost = apportion(
    lines.map(({ points, outOf }) => outOf - points),
    possible - got,
  );
  return lines.map((_, at) => ({
    got: won[at] ?? 0,
    possible: (won[at] ?? 0) + (lost[at] ?? 0),
  }));
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
