import { DomainError } from "./errors.ts";

export type JobStatus =
  | "draft"
  | "in-review"
  | "scheduled"
  | "published"
  | "paused"
  | "closed"
  | "expired"
  | "rejected";

export type JobAction =
  | "publish"
  | "schedule"
  | "unschedule"
  | "publish-scheduled"
  | "submit-for-review"
  | "review-edit"
  | "approve"
  | "reject"
  | "revise"
  | "confirm"
  | "extend"
  | "pause"
  | "pause-unconfirmed"
  | "resume"
  | "close"
  | "expire"
  | "remove"
  | "renew";

export type CloseReason = "filled" | "withdrawn" | "removed";

/** Why a job is paused when nobody paused it: its employer did not say that it is still hiring. */
export type PauseReason = "unconfirmed";

export const JOB_STATUSES: readonly JobStatus[] = [
  "draft",
  "in-review",
  "scheduled",
  "published",
  "paused",
  "closed",
  "expired",
  "rejected",
];

export const JOB_STATUS_LABELS: Record<JobStatus, string> = {
  draft: "Draft",
  "in-review": "In review",
  scheduled: "Scheduled",
  published: "Published",
  paused: "Paused",
  closed: "Closed",
  expired: "Expired",
  rejected: "Changes requested",
};

/**
 * The only way a job's status changes. An employer the board has verified may publish straight from a draft; whether
 * others may is the board's policy (`reviewFirst`).
 */
const TRANSITIONS: Record<JobAction, { from: readonly JobStatus[]; to: JobStatus }> = {
  publish: { from: ["draft"], to: "published" },
  schedule: { from: ["draft"], to: "scheduled" },
  unschedule: { from: ["scheduled"], to: "draft" },
  "publish-scheduled": { from: ["scheduled"], to: "published" },
  "submit-for-review": { from: ["draft", "expired"], to: "in-review" },
  // What people read changed, and the employer is one whose jobs are read first.
  "review-edit": { from: ["published", "paused"], to: "in-review" },
  approve: { from: ["in-review"], to: "published" },
  reject: { from: ["in-review"], to: "rejected" },
  revise: { from: ["rejected", "in-review"], to: "draft" },
  confirm: { from: ["published"], to: "published" },
  extend: { from: ["published"], to: "published" },
  pause: { from: ["published"], to: "paused" },
  "pause-unconfirmed": { from: ["published"], to: "paused" },
  resume: { from: ["paused"], to: "published" },
  close: { from: ["published", "paused"], to: "closed" },
  expire: { from: ["published", "paused"], to: "expired" },
  // By the board, never by the employer.
  remove: {
    from: ["in-review", "scheduled", "published", "paused", "closed", "expired"],
    to: "closed",
  },
  renew: { from: ["expired"], to: "published" },
};

/** The status `action` leads to, or null when the job's present status does not allow it. */
export function nextJobStatus(from: JobStatus, action: JobAction): JobStatus | null {
  const transition = TRANSITIONS[action];
  return transition.from.includes(from) ? transition.to : null;
}

/** As `nextJobStatus`, throwing `DomainError("illegal-move")` with a sentence for the person. */
export function requireJobStatus(from: JobStatus, action: JobAction): JobStatus {
  const to = nextJobStatus(from, action);
  if (to) return to;
  throw new DomainError(
    "illegal-move",
    `This job is ${JOB_STATUS_LABELS[from].toLowerCase()}, so it cannot be changed that way. Reload the page to see where it stands.`,
  );
}

/** The actions open to an employer's recruiter from here, in the order a page offers them. */
export function employerJobActions(from: JobStatus): JobAction[] {
  const offered: JobAction[] = [
    "publish",
    "schedule",
    "unschedule",
    "confirm",
    "extend",
    "renew",
    "pause",
    "resume",
    "close",
    "revise",
  ];
  return offered.filter((action) => nextJobStatus(from, action) !== null);
}
