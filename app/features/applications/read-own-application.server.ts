import {
  APPLICATION_STAGE_LABELS,
  type ApplicationStage,
  canWithdraw,
  isOpenStage,
} from "#app/domain/application-stage.ts";
import { EMPLOYER_SUSPENDED, NEXT_STEP, STAGE_MEANING } from "#app/domain/application-words.ts";
import { meaningForApplicants, whyNotOpen } from "#app/domain/job-opening.ts";
import type { Lack } from "#app/domain/knock-outs.ts";
import type { Match } from "#app/domain/match.ts";
import type { ScreeningAnswer } from "#app/domain/screening.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  type ApplicationPageRow,
  findOwnApplication,
  listTimeline,
} from "#db/queries/application-pages.ts";
import { replySentence } from "./reply-promise.ts";
import { describeProfile, type SentProfile } from "./sent-profile.server.ts";
import { type TimelineEntry, timelineForApplicant } from "./timeline.ts";

export interface OwnApplication {
  id: string;
  stage: ApplicationStage;
  stageLabel: string;
  meaning: string;
  nextStep: string;
  reply: string;
  mayWithdraw: boolean;
  job: { title: string; slug: string; employerName: string; employerSlug: string };
  /** Its employer is suspended: neither the job nor the employer has a page now. */
  outOfView: boolean;
  /** Why the job takes no applications and what that means here; null while it is open. */
  jobEnded: { why: string; meaning: string } | null;
  submittedAt: string;
  resumeFilename: string | null;
  coverNote: string;
  /** What was sent; null once withdrawn. */
  sent: SentProfile | null;
  match: Match;
  /** With the questions as they were asked. */
  answers: ScreeningAnswer[];
  /** Conditions the profile did not meet when it was sent. */
  flags: Lack[];
  timeline: TimelineEntry[];
}

/** One of the viewer's own applications in words; null for an unknown id and for anyone else's. */
export async function readOwnApplication(
  deps: Pick<Deps, "db" | "clock">,
  { viewer, applicationId }: { viewer: Viewer; applicationId: string },
): Promise<OwnApplication | null> {
  const row = await findOwnApplication(deps.db, {
    id: applicationId,
    applicantId: viewer.userId,
  });
  if (!row) return null;
  const events = await listTimeline(deps.db, row.id, "applicant");
  const now = deps.clock();
  return {
    id: row.id,
    stage: row.stage,
    stageLabel: APPLICATION_STAGE_LABELS[row.stage],
    ...wordsOf(row),
    reply: row.employerSuspended && isOpenStage(row.stage) ? "" : replySentence(row, now),
    mayWithdraw: canWithdraw(row.stage),
    job: {
      title: row.jobTitle,
      slug: row.jobSlug,
      employerName: row.employerName,
      employerSlug: row.employerSlug,
    },
    outOfView: row.employerSuspended,
    jobEnded: whyNothingMoves(row),
    submittedAt: row.submittedAt.toISOString(),
    resumeFilename: row.resumeFilename,
    coverNote: row.coverNote,
    sent:
      row.snapshot &&
      describeProfile(row.snapshot, {
        reasons: row.matchReasons,
        today: now.toISOString().slice(0, 10),
      }),
    match: { score: row.matchScore, reasons: row.matchReasons },
    answers: row.screeningAnswers,
    flags: row.knockOutFlags,
    timeline: timelineForApplicant(events, row),
  };
}

function whyNothingMoves(row: ApplicationPageRow): OwnApplication["jobEnded"] {
  if (!isOpenStage(row.stage)) return null;
  if (row.employerSuspended) return EMPLOYER_SUSPENDED;
  if (row.jobOpen) return null;
  const { jobStatus: status, jobCloseReason: closeReason, jobHiddenAt: hiddenAt } = row;
  const ended = { status, closeReason, hiddenAt };
  return { why: whyNotOpen(ended), meaning: meaningForApplicants(ended) };
}

/** A message is an answer too, though it moves nothing. */
const wordsOf = ({
  stage,
  firstReplyAt,
  employerSuspended,
}: ApplicationPageRow): Pick<OwnApplication, "meaning" | "nextStep"> => {
  const written = stage === "submitted" && firstReplyAt !== null;
  const meaning = written
    ? "The employer has your application and has written to you."
    : STAGE_MEANING[stage];
  if (employerSuspended && isOpenStage(stage))
    return { meaning, nextStep: EMPLOYER_SUSPENDED.next };
  return {
    meaning,
    nextStep: written ? "Read its message below, and answer it there." : NEXT_STEP[stage],
  };
};
