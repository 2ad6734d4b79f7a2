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
import { MATCH_ASPECTS, sumOf } from "./match-weights.ts";

/**
 * How well a profile answers a job: 0–100 with a reason per aspect, in the order of their weight.
 *
 * Pure, deterministic and total. What holds (each is a property test): more months, a later last use or another
 * family never lower the score; asking fewer months, or dropping any requirement, never lowers it. `now` decides how
 * recent experience is and which credentials are current.
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
  const reasons = MATCH_ASPECTS.map((aspect): MatchReason => {
    const { atStake, lost, ...words } = findings[aspect];
    return { aspect, ...words, points: atStake - lost, outOf: atStake };
  });
  const lost = sumOf(MATCH_ASPECTS.map((aspect) => findings[aspect].lost));
  // Sums of the same parts differ in the last bit by order; a millionth of a point settles which way .5 goes.
  return { score: Math.round(Math.round((100 - lost) * 1e6) / 1e6), reasons };
}
