import type { MatchAspect } from "./match.ts";

/**
 * What a full mark in each aspect is worth, and why. An aspect the job does not ask for drops out and the rest are
 * scaled up to 100, so nobody loses points for what was not asked. Pages show this table as it stands.
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
