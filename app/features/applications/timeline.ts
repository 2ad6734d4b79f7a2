import {
  APPLICATION_STAGE_LABELS,
  REJECT_REASONS,
  type RejectReason,
} from "#app/domain/application-stage.ts";
import { STAGE_MEANING } from "#app/domain/application-words.ts";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import { whyNotOpen } from "#app/domain/job-opening.ts";
import type { TimelineRow } from "#db/queries/application-pages.ts";

/** One thing that happened, in words for whoever reads. */
export interface TimelineEntry {
  id: string;
  /** ISO 8601. */
  at: string;
  title: string;
  detail: string;
  /** Who did it, where the reader may know; else "". */
  by: string;
  /** The employer's message to the applicant, as written; "" without one. */
  message: string;
}

interface About {
  employerName: string;
  rejectReason: string | null;
  jobStatus: JobStatus;
  jobCloseReason: string | null;
}

type Words = Pick<TimelineEntry, "title" | "detail">;

/** The timeline as the applicant reads it: the employer acts, not one of its members. */
export const timelineForApplicant = (rows: readonly TimelineRow[], about: About): TimelineEntry[] =>
  rows.map((row) => ({ ...commonOf(row), by: "", ...wordsForApplicant(row, about) }));

/** The same as members of the employer read it, with the name of whoever acted. */
export const timelineForEmployer = (rows: readonly TimelineRow[], about: About): TimelineEntry[] =>
  rows.map((row) => {
    const own = row.kind === "submitted" || row.kind === "withdrawn";
    const by = own ? "" : (row.actorName ?? "");
    return { ...commonOf(row), by, ...wordsForEmployer(row, about) };
  });

const commonOf = (row: TimelineRow) => ({
  id: row.id,
  at: row.createdAt.toISOString(),
  message: row.message,
});

function wordsForApplicant(row: TimelineRow, about: About): Words {
  switch (row.kind) {
    case "submitted":
      return { title: "You applied", detail: `${about.employerName} has your application.` };
    case "moved":
      return { title: stageName(row), detail: meaningOf(row) };
    case "rejected":
      return { title: "Not selected", detail: reasonWords(about.rejectReason) };
    case "withdrawn":
      return { title: "You withdrew", detail: "What you had sent was removed." };
    case "job-closed":
      return { title: "The job ended", detail: whyEnded(about) };
    case "unanswered":
      return {
        title: "Not answered in time",
        detail: `${about.employerName} did not answer by the day it promised.`,
      };
    case "resume-opened":
      return { title: "Resume opened", detail: `By ${about.employerName}.` };
  }
}

function wordsForEmployer(row: TimelineRow, about: About): Words {
  switch (row.kind) {
    case "submitted":
      return { title: "Application received", detail: "" };
    case "moved":
      return { title: `Moved to ${stageName(row)}`, detail: "" };
    case "rejected":
      return { title: "Not selected", detail: reasonWords(about.rejectReason) };
    case "withdrawn":
      return { title: "Withdrawn by the applicant", detail: "" };
    case "job-closed":
      return { title: "Applicant told that the job ended", detail: whyEnded(about) };
    case "unanswered":
      return { title: "Not answered in time", detail: "The applicant was told by mail." };
    case "resume-opened":
      return { title: "Resume opened", detail: "" };
  }
}

const stageName = ({ toStage }: TimelineRow): string =>
  toStage ? APPLICATION_STAGE_LABELS[toStage] : "";

const meaningOf = ({ toStage }: TimelineRow): string => (toStage ? STAGE_MEANING[toStage] : "");

const whyEnded = ({ jobStatus, jobCloseReason }: About): string =>
  whyNotOpen({ status: jobStatus, closeReason: jobCloseReason });

const isReason = (reason: string): reason is RejectReason => Object.hasOwn(REJECT_REASONS, reason);

function reasonWords(reason: string | null): string {
  if (!reason || !isReason(reason) || reason === "other") return "";
  return `${REJECT_REASONS[reason]}.`;
}
