import { randomUUID } from "node:crypto";
import type { FormState } from "#app/components/form-state.ts";
import { whyNotOpen } from "#app/domain/job-opening.ts";
import {
  type KnockOutEffect,
  knockOutsInForce,
  type Lack,
  lacksOf,
} from "#app/domain/knock-outs.ts";
import type { Match } from "#app/domain/match.ts";
import { matchApplicantOf, matchJobOf } from "#app/domain/match-inputs.ts";
import { scoreMatch } from "#app/domain/match-score.ts";
import { type CompletenessPart, completenessOf } from "#app/domain/profile-completeness.ts";
import type { ScreeningQuestion } from "#app/domain/screening.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  type DraftStep,
  findApplicationDraft,
  findLastCoverNote,
} from "#db/queries/application-drafts.ts";
import { findApplicationId, findPublicJob } from "#db/queries/job-pages.ts";
import { readProfile, readProfileSnapshot } from "#db/queries/profiles.ts";
import { listResumes } from "#db/queries/resumes.ts";
import { NO_RESUME } from "./application-limits.ts";
import { describeProfile, type SentProfile } from "./sent-profile.server.ts";

export interface ApplyJob {
  id: string;
  slug: string;
  title: string;
  employerName: string;
  replyByDays: number | null;
}

export interface ApplyForm {
  profile: SentProfile;
  match: Match;
  /** What the employer insists on, and what of it the profile does not meet. */
  conditions: { words: string[]; effect: KnockOutEffect; lacks: Lack[] };
  questions: ScreeningQuestion[];
  /** What the profile lacks, in the order worth doing. */
  gaps: CompletenessPart[];
  resumes: { id: string; filename: string; addedAt: string }[];
  /** What the page shows is what is sent: a save in between is refused. */
  profileVersion: number;
  idempotencyKey: string;
  /** What this person typed before and did not send; null without it. */
  draft: { step: DraftStep; form: FormState; keptAt: string } | null;
  /** Of the last application that had one. */
  lastCoverNote: { coverNote: string; jobTitle: string; employerName: string } | null;
}

export type ApplyPage =
  | { kind: "applied"; applicationId: string }
  | { kind: "not-open"; job: ApplyJob; reason: string }
  | { kind: "unverified"; job: ApplyJob }
  | ({ kind: "form"; job: ApplyJob } & ApplyForm);

/** How this applicant stands to applying for the job; null for an address no job has. */
export async function readApplyPage(
  deps: Pick<Deps, "db" | "clock">,
  { viewer, slug }: { viewer: Viewer; slug: string },
): Promise<ApplyPage | null> {
  const found = await findPublicJob(deps.db, slug);
  if (!found) return null;
  const applicationId = await findApplicationId(deps.db, {
    jobId: found.id,
    applicantId: viewer.userId,
  });
  if (applicationId) return { kind: "applied", applicationId };
  const job = {
    id: found.id,
    slug: found.slug,
    title: found.title,
    employerName: found.employer.name,
    replyByDays: found.replyByDays,
  };
  if (!found.open) return { kind: "not-open", job, reason: whyNotOpen(found) };
  if (!viewer.emailVerified) return { kind: "unverified", job };
  // The version first: a save in between then makes the page stale rather than falsely current.
  const { version } = await readProfile(deps.db, viewer.userId);
  const snapshot = await readProfileSnapshot(deps.db, viewer.userId);
  if (!snapshot) return null;
  const now = deps.clock();
  const applicant = matchApplicantOf(snapshot);
  const match = scoreMatch(matchJobOf(found), applicant, now);
  const own = { userId: viewer.userId, jobId: found.id };
  const [resumes, draft, lastCoverNote] = await Promise.all([
    listResumes(deps.db, viewer.userId),
    findApplicationDraft(deps.db, own),
    findLastCoverNote(deps.db, viewer.userId),
  ]);
  return {
    kind: "form",
    job,
    profile: describeProfile(snapshot, {
      reasons: match.reasons,
      today: now.toISOString().slice(0, 10),
    }),
    match,
    conditions: {
      words: knockOutsInForce(found, found.knockOuts).map(({ words }) => words),
      effect: found.knockOuts.effect,
      lacks: lacksOf(found, applicant, now),
    },
    questions: found.screeningQuestions,
    gaps: completenessOf(snapshot).parts.filter(({ done }) => !done),
    resumes: resumes.map(({ id, filename, createdAt }) => ({
      id,
      filename,
      addedAt: createdAt.toISOString(),
    })),
    profileVersion: version,
    idempotencyKey: randomUUID(),
    draft: draft && draftShown(draft, resumes),
    lastCoverNote,
  };
}

/** A draft as the page takes it: a resume removed since then is not chosen, and must be chosen before reviewing. */
function draftShown(
  { step, form, updatedAt }: NonNullable<Awaited<ReturnType<typeof findApplicationDraft>>>,
  resumes: readonly { id: string }[],
): ApplyForm["draft"] {
  const chosen = form.resumeId?.[0];
  const isThere = chosen === NO_RESUME || resumes.some(({ id }) => id === chosen);
  const [newest] = resumes;
  const resumeId = isThere && chosen ? [chosen] : newest ? [newest.id] : [];
  return {
    step: isThere ? step : "edit",
    form: { values: { ...form, resumeId }, errors: {} },
    keptAt: updatedAt.toISOString(),
  };
}
