import type { MatchAspect } from "./match.ts";

/**
 * The most that each aspect can take off 100, and why. A line the job does not ask for takes nothing, so nobody loses
 * points for what was not asked, and whatever a job stops asking never lowers a match. Pages show this table as it
 * stands.
 */
export const MATCH_WEIGHTS: Record<MatchAspect, { points: number; because: string }> = {
  "must-families": {
    points: 60,
    because: "the families a job cannot do without decide the interview, so they outweigh all else",
  },
  credentials: { points: 12, because: "most employers check the credential before anything else" },
  setting: { points: 10, because: "a facility coder starts anew in pro-fee, and the reverse" },
  state: { points: 8, because: "an employer not registered in a coder's state cannot hire there" },
  "nice-families": { points: 6, because: "wished-for families tip the scale between two coders" },
  level: { points: 4, because: "years in the trade say little that the families do not" },
};

/** The aspects, weightiest first. */
export const MATCH_ASPECTS = Object.keys(MATCH_WEIGHTS) as MatchAspect[];

export const ASPECT_LABELS: Record<MatchAspect, string> = {
  "must-families": "Must-have families",
  "nice-families": "Nice-to-have families",
  credentials: "Credentials",
  setting: "Setting and specialty",
  state: "State",
  level: "Experience level",
};

/** Of an aspect's points, what the first thing lacking takes; each further one takes of the rest in the same way. */
export const FIRST_LACKING = 0.75;

/**
 * What is taken off for things that lack by these shares (0 = there, 1 = missing), in the same order: the gravest
 * costs three quarters of `points`, the next three quarters of what is left, and so on. Never more than `points`, never
 * less for a greater lack, never more for fewer things asked.
 */
export function takenOff(points: number, lacks: readonly number[]): number[] {
  const gravestFirst = lacks.map((lack, at) => ({ lack, at })).sort((a, b) => b.lack - a.lack);
  const taken = lacks.map(() => 0);
  let weight = points * FIRST_LACKING;
  for (const { lack, at } of gravestFirst) {
    taken[at] = weight * lack;
    weight *= 1 - FIRST_LACKING;
  }
  return taken;
}

export const sumOf = (parts: readonly number[]): number =>
  parts.reduce((sum, part) => sum + part, 0);
