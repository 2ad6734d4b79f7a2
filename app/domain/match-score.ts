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
import { MATCH_ASPECTS, MATCH_WEIGHTS } from "./match-weights.ts";

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

function weigh(findings: Record<MatchAspect, MatchFinding>): Match {
  const asked = MATCH_ASPECTS.filter((aspect) => findings[aspect].standing !== "not-asked");
  const whole = asked.reduce((sum, aspect) => sum + MATCH_WEIGHTS[aspect].points, 0);
  const reasons = MATCH_ASPECTS.map((aspect): MatchReason => {
    const { share, ...words } = findings[aspect];
    const outOf = asked.includes(aspect) ? (100 * MATCH_WEIGHTS[aspect].points) / whole : 0;
    return { aspect, ...words, points: outOf * share, outOf };
  });
  if (asked.length === 0) return { score: 100, reasons };
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  // Sums of the same parts differ in the last bit by order; a millionth of a point settles which way .5 goes.
  return { score: Math.round(Math.round(points * 1e6) / 1e6), reasons };
}
