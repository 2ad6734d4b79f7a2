import { type Lack, lacksOf } from "#app/domain/knock-outs.ts";
import type { Match } from "#app/domain/match.ts";
import { matchApplicantOf, matchJobOf } from "#app/domain/match-inputs.ts";
import { raiseSteps } from "#app/domain/match-raise.ts";
import { type RaiseLine, raiseLines } from "#app/domain/match-raise-words.ts";
import { scoreMatch } from "#app/domain/match-score.ts";
import { canReadOwnJob } from "#app/domain/policies/job.ts";
import type { PublicJob } from "#app/domain/public-job.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findApplicationId, findPublicJob } from "#db/queries/job-pages.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { describeJob, type JobPage } from "./job-page.server.ts";

/** How the person reading stands to the job: what the page offers them to do. */
export type Standing =
  | { kind: "anonymous" }
  | { kind: "applicant"; match: Match; raises: RaiseLine[]; lacks: Lack[] }
  | { kind: "applied"; match: Match; applicationId: string }
  | { kind: "own-employer" }
  | { kind: "other" };

/** The public page of a job, open or ended; null when no one may know of it. */
export async function readJobPage(
  deps: Deps,
  { slug, viewer }: { slug: string; viewer: Viewer | null },
): Promise<{ job: JobPage; standing: Standing } | null> {
  const job = await findPublicJob(deps.db, slug);
  if (!job) return null;
  return { job: describeJob(deps, job), standing: await standingOf(deps, job, viewer) };
}

async function standingOf(deps: Deps, job: PublicJob, viewer: Viewer | null): Promise<Standing> {
  if (!viewer) return { kind: "anonymous" };
  if (viewer.kind !== "applicant") {
    const own = canReadOwnJob(viewer, { employerId: job.employer.id });
    return { kind: own ? "own-employer" : "other" };
  }
  const [{ profile }, applicationId] = await Promise.all([
    readProfile(deps.db, viewer.userId),
    findApplicationId(deps.db, { jobId: job.id, applicantId: viewer.userId }),
  ]);
  const applicant = matchApplicantOf(profile);
  const now = deps.clock();
  const asked = matchJobOf(job);
  const match = scoreMatch(asked, applicant, now);
  if (applicationId) return { kind: "applied", match, applicationId };
  const raises = raiseLines(raiseSteps(asked, applicant, now));
  return { kind: "applicant", match, raises, lacks: lacksOf(job, applicant, now) };
}
