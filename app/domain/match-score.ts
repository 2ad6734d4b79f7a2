import { matchFamily } from "./family-match.ts";
import type {
  Match,
  MatchApplicant,
  MatchAspect,
  MatchFinding,
  MatchJob,
  MatchReason,
} from "./match.ts";
import { credentialFinding } from "./match-credentials.ts";
import { familyFinding, levelFinding, settingFinding, stateFinding } from "./match-findings.ts";

/**
 * What a full mark in each aspect is worth. An aspect the job does not ask for drops out and the rest are scaled
 * up to 100, so nobody loses points for what was not asked.
 */
const WEIGHTS: Record<MatchAspect, { points: number; because: string }> = {
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

/**
 * How well a profile answers a job: 0–100 with a reason per aspect, in the order of their weight.
 *
 * Pure, deterministic and total. What holds (each is a property test): more months, a later last use or another
 * family never lower the score; asking fewer months never lowers it; dropping a requirement the applicant lacks
 * never lowers it, and dropping one they cover in full never raises it (the mean is over what is asked, so
 * nothing stronger can hold). `now` decides how recent experience is and which credentials are current.
 */
export function scoreMatch(job: MatchJob, applicant: MatchApplicant, now: Date): Match {
  const level = (wanted: "must" | "nice") =>
    familyFinding(
      wanted,
      job.requirements
        .filter((requirement) => requirement.level === wanted)
        .map((requirement) => matchFamily(requirement, applicant.experience, now)),
    );
  const findings: Record<MatchAspect, MatchFinding> = {
    "must-families": level("must"),
    credentials: credentialFinding(job, applicant, now),
    setting: settingFinding(job, applicant),
    state: stateFinding(job, applicant),
    "nice-families": level("nice"),
    level: levelFinding(job, applicant),
  };
  return weigh(findings);
}

const ASPECTS = Object.keys(WEIGHTS) as MatchAspect[];

function weigh(findings: Record<MatchAspect, MatchFinding>): Match {
  const asked = ASPECTS.filter((aspect) => findings[aspect].standing !== "not-asked");
  const whole = asked.reduce((sum, aspect) => sum + WEIGHTS[aspect].points, 0);
  const reasons = ASPECTS.map((aspect): MatchReason => {
    const { share, ...words } = findings[aspect];
    const outOf = asked.includes(aspect) ? (100 * WEIGHTS[aspect].points) / whole : 0;
    return { aspect, ...words, points: outOf * share, outOf };
  });
  if (asked.length === 0) return { score: 100, reasons };
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  // Sums of the same parts differ in the last bit by order; a millionth of a point settles which way .5 goes.
  return { score: Math.round(Math.round(points * 1e6) / 1e6), reasons };
}
