import type { Match, MatchAspect } from "#app/domain/match.ts";
import { matchApplicantOf } from "#app/domain/match-inputs.ts";
import { raiseSteps } from "#app/domain/match-raise.ts";
import { type RaiseLine, raiseLines } from "#app/domain/match-raise-words.ts";
import { scoreMatch } from "#app/domain/match-score.ts";
import { CODE_FAMILIES, lineage } from "#app/domain/taxonomy/code-families.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listJobsToScore } from "#db/queries/applicant-home.ts";
import type { Profile } from "#db/queries/profiles.ts";
import { readSearchGeneration } from "#db/queries/search-outbox.ts";
import { listCandidateJobs } from "#search/queries/candidate-jobs.ts";

/** How many of the newest jobs that ask for a known family are scored. */
const SCORED = 400;

export interface Recommended {
  id: string;
  match: Match;
  /** The one step that would bring most; null when nothing would. */
  raise: RaiseLine | null;
}

/**
 * The best of the newest open jobs that ask for a family this applicant has coded, best first. The search engine names
 * the candidates, Postgres while it is away.
 */
export async function recommendJobs(
  deps: Pick<Deps, "db" | "clock" | "search" | "log">,
  { userId, profile, limit }: { userId: string; profile: Profile; limit: number },
): Promise<Recommended[]> {
  const familyIds = relatedFamilies(profile.experience.map(({ familyId }) => familyId));
  const ids = await candidates(deps, { familyIds, states: profile.eligibleStates });
  const of = ids ? { ids } : { familyIds };
  const jobs = await listJobsToScore(deps.db, { of, userId, limit: SCORED });
  const applicant = matchApplicantOf(profile);
  const now = deps.clock();
  return jobs
    .map(({ id, job }) => ({ id, job, match: scoreMatch(job, applicant, now) }))
    .filter(({ match }) => coversSomething(match))
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, limit)
    .map(({ id, job, match }) => {
      const [raise = null] = raiseLines(raiseSteps(job, applicant, now));
      return { id, match, raise };
    });
}

/** Null when the engine cannot be asked. */
async function candidates(
  { db, search, log, clock }: Pick<Deps, "db" | "clock" | "search" | "log">,
  { familyIds, states }: { familyIds: readonly string[]; states: readonly string[] },
): Promise<string[] | null> {
  if (!search || (await readSearchGeneration(db)) === 0) return null;
  try {
    return await listCandidateJobs(search, { familyIds, states, now: clock(), limit: SCORED });
  } catch (error) {
    log.warn({ err: error }, "Postgres recommends jobs for the engine");
    return null;
  }
}

/** A job that asks for families is worth showing only to someone who has coded some of those it cannot do without. */
function coversSomething({ reasons }: Match): boolean {
  const find = (aspect: MatchAspect) => reasons.find((reason) => reason.aspect === aspect);
  const must = find("must-families");
  const asked = must && must.standing !== "not-asked" ? must : find("nice-families");
  return asked !== undefined && asked.points > 0;
}

/** The families themselves, the sections they lie in and what lies in them: all a requirement may name. */
function relatedFamilies(known: readonly string[]): string[] {
  const above = known.flatMap(lineage);
  const below = CODE_FAMILIES.filter(
    ({ id, successor }) =>
      [...lineage(id)].some((ancestor) => known.includes(ancestor)) ||
      known.includes(successor ?? ""),
  ).map(({ id }) => id);
  const after = CODE_FAMILIES.filter(({ id }) => known.includes(id)).map(
    ({ successor }) => successor,
  );
  return [...new Set([...above, ...below, ...after])].filter((id) => id !== null);
}
