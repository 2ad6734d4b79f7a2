import {
  APPLICATION_STAGE_LABELS,
  type ApplicationStage,
  employerMoves,
  isOpenStage,
} from "#app/domain/application-stage.ts";
import { credentialsNow, type DecidedCredential } from "#app/domain/credentials-now.ts";
import { matchSentence } from "#app/domain/match-sentence.ts";
import { type RecruiterFacts, recruiterFacts } from "#app/domain/recruiter-facts.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import type { PipelineRow } from "#db/queries/pipeline.ts";

/** An application as a card of the board and a line of the list show it. */
export interface PipelineCard {
  id: string;
  version: number;
  name: string;
  headline: string;
  stage: ApplicationStage;
  stageLabel: string;
  state: string;
  /** null once withdrawn. */
  facts: RecruiterFacts | null;
  match: { score: number; sentence: string };
  hasResume: boolean;
  submittedAt: string;
  /** The promised day while no answer was given; null without a promise or with an answer. */
  replyBy: string | null;
  overdue: boolean;
  /** Average of the members' ratings, 1–5. */
  rating: number | null;
  /** Conditions of the job the profile did not meet. */
  flags: number;
  /** Stages this member may move it to; declining, which asks for a reason, stands apart. */
  moves: { value: ApplicationStage; label: string }[];
  mayDecline: boolean;
}

/**
 * `today` is "YYYY-MM-DD"; `askedCredentials` are the codes the job names, `decided` what the board says of this
 * applicant's credentials today.
 */
export function pipelineCard(
  row: PipelineRow,
  about: {
    askedCredentials: readonly string[];
    decided: readonly DecidedCredential[];
    today: string;
    mayAnswer: boolean;
  },
): PipelineCard {
  const { matchReasons: reasons, stage } = row;
  const { askedCredentials, decided, today, mayAnswer } = about;
  const snapshot = row.snapshot && {
    ...row.snapshot,
    credentials: credentialsNow(row.snapshot.credentials, decided),
  };
  const state = snapshot?.state ?? null;
  const waiting = isOpenStage(stage) && row.firstReplyAt === null;
  const moves = mayAnswer ? employerMoves(stage) : [];
  return {
    id: row.id,
    version: row.version,
    name: snapshot?.name ?? "Withdrawn applicant",
    headline: snapshot?.headline ?? "",
    stage,
    stageLabel: APPLICATION_STAGE_LABELS[stage],
    state: state ? (STATE_NAMES[state] ?? state) : "State not stated",
    facts: snapshot && recruiterFacts({ snapshot, reasons, askedCredentials }, today),
    match: { score: row.matchScore, sentence: matchSentence({ score: row.matchScore, reasons }) },
    hasResume: row.resumeFilename !== null,
    submittedAt: row.submittedAt.toISOString(),
    replyBy: waiting ? (row.replyBy?.toISOString() ?? null) : null,
    overdue: waiting && row.overdue === true,
    rating: row.ratingAverage,
    flags: row.flags,
    moves: moves
      .filter((to) => to !== "rejected")
      .map((value) => ({ value, label: APPLICATION_STAGE_LABELS[value] })),
    mayDecline: moves.includes("rejected"),
  };
}
