import {
  APPLICATION_STAGE_LABELS,
  type ApplicationStage,
  employerMoves,
  isOpenStage,
} from "#app/domain/application-stage.ts";
import { credentialsNow } from "#app/domain/credentials-now.ts";
import type { Lack } from "#app/domain/knock-outs.ts";
import type { Match } from "#app/domain/match.ts";
import { canAnswerApplication } from "#app/domain/policies/application.ts";
import type { ScreeningAnswer } from "#app/domain/screening.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findEmployerApplication, listNotes, listTimeline } from "#db/queries/application-pages.ts";
import { listRatings } from "#db/queries/application-ratings.ts";
import { listDecidedCredentials } from "#db/queries/credentials.ts";
import { listMentionable } from "#db/queries/note-mentions.ts";
import { describeProfile, type SentProfile } from "./sent-profile.server.ts";
import { type TimelineEntry, timelineForEmployer } from "./timeline.ts";

export interface EmployerApplication {
  id: string;
  stage: ApplicationStage;
  stageLabel: string;
  version: number;
  open: boolean;
  /** Whether this member may answer: viewers only read. */
  mayAnswer: boolean;
  moves: { value: ApplicationStage; label: string }[];
  /** "Withdrawn applicant" once nothing else is known. */
  name: string;
  job: { id: string; title: string; employerName: string };
  submittedAt: string;
  replyBy: string | null;
  firstReplyAt: string | null;
  replyLate: boolean;
  resumeFilename: string | null;
  coverNote: string;
  sent: SentProfile | null;
  match: Match;
  /** With the questions as they were asked. */
  answers: ScreeningAnswer[];
  /** Conditions the profile did not meet when it was sent. */
  flags: Lack[];
  timeline: TimelineEntry[];
  notes: { id: string; body: string; at: string; by: string; told: string[] }[];
  /** Colleagues a note may be brought to. */
  colleagues: { value: string; label: string }[];
  /** Of the members, 1–5: the average to one place, this member's own, and everybody's. */
  ratings: { average: number | null; own: number | null; all: { name: string; score: number }[] };
}

/** An application as the employer's members read it; null for an unknown id and for another employer's. */
export async function readEmployerApplication(
  deps: Pick<Deps, "db" | "clock">,
  { viewer, applicationId }: { viewer: Viewer & { membership: Membership }; applicationId: string },
): Promise<EmployerApplication | null> {
  const { employerId } = viewer.membership;
  const row = await findEmployerApplication(deps.db, { id: applicationId, employerId });
  if (!row) return null;
  const events = await listTimeline(deps.db, row.id, "employer");
  const notes = await listNotes(deps.db, row.id);
  const ratings = await listRatings(deps.db, row.id);
  const members = await listMentionable(deps.db, employerId);
  const decided = row.snapshot ? await listDecidedCredentials(deps.db, [row.applicantId]) : [];
  return {
    id: row.id,
    stage: row.stage,
    stageLabel: APPLICATION_STAGE_LABELS[row.stage],
    version: row.version,
    open: isOpenStage(row.stage),
    mayAnswer: canAnswerApplication(viewer, { employerId, applicantId: "" }),
    moves: employerMoves(row.stage)
      .filter((stage) => stage !== "rejected")
      .map((value) => ({ value, label: APPLICATION_STAGE_LABELS[value] })),
    name: row.snapshot?.name ?? "Withdrawn applicant",
    job: { id: row.jobId, title: row.jobTitle, employerName: row.employerName },
    submittedAt: row.submittedAt.toISOString(),
    replyBy: row.replyBy?.toISOString() ?? null,
    firstReplyAt: row.firstReplyAt?.toISOString() ?? null,
    replyLate: row.replyLate ?? false,
    resumeFilename: row.resumeFilename,
    coverNote: row.coverNote,
    sent:
      row.snapshot &&
      describeProfile(
        { ...row.snapshot, credentials: credentialsNow(row.snapshot.credentials, decided) },
        { reasons: row.matchReasons, today: deps.clock().toISOString().slice(0, 10) },
      ),
    match: { score: row.matchScore, reasons: row.matchReasons },
    answers: row.screeningAnswers,
    flags: row.knockOutFlags,
    timeline: timelineForEmployer(events, row),
    notes: notes.map(({ id, body, createdAt, authorName, told }) => ({
      id,
      body,
      at: createdAt.toISOString(),
      by: authorName ?? "A former member",
      told: told.flatMap(({ name }) => name ?? []),
    })),
    colleagues: members
      .filter(({ userId }) => userId !== viewer.userId)
      .map(({ userId, name, address }) => ({ value: userId, label: `${name} (${address})` })),
    ratings: {
      average:
        ratings.length === 0
          ? null
          : Math.round((ratings.reduce((sum, { score }) => sum + score, 0) / ratings.length) * 10) /
            10,
      own: ratings.find(({ userId }) => userId === viewer.userId)?.score ?? null,
      all: ratings.map(({ name, score }) => ({ name, score })),
    },
  };
}
