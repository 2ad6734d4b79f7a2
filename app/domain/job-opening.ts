import type { CloseReason, JobStatus } from "./job-lifecycle.ts";

interface NotOpen {
  status: JobStatus;
  /** Counts only when closed. */
  closeReason: string | null;
  /** Out of view for a suspension; counts only when published. */
  hiddenAt?: Date | null;
}

/** Why a job that has been published takes no applications, as a sentence. */
export function whyNotOpen(job: NotOpen): string {
  switch (job.status) {
    case "paused":
      return "The employer has paused this job and is not taking applications now.";
    case "closed":
      return CLOSED[closeReasonOf(job.closeReason)];
    case "published":
      return job.hiddenAt
        ? "The board has taken this job out of view for now."
        : "This job has passed its closing date.";
    case "expired":
      return "This job has passed its closing date.";
    case "in-review":
      return "The board is reading this job and takes no applications for it until it is approved.";
    case "draft":
    case "scheduled":
    case "rejected":
      return "This job is not published.";
  }
}

const CLOSED: Record<CloseReason, string> = {
  filled: "This job has been filled.",
  withdrawn: "The employer has withdrawn this job.",
  removed: "The board has removed this job.",
};

const closeReasonOf = (stored: string | null): CloseReason =>
  stored === "filled" || stored === "removed" ? stored : "withdrawn";

/** What the end of a job means for those who have applied and wait. */
export function meaningForApplicants(job: {
  status: JobStatus;
  closeReason: string | null;
}): string {
  if (job.status === "closed" && job.closeReason === "filled") {
    return "You do not need to do anything. The employer can still write to you about your application.";
  }
  if (job.status === "closed" && job.closeReason === "removed") {
    return "It did not meet the rules of this board, so your application goes no further here. You do not need to do anything.";
  }
  if (job.status === "closed") {
    return "The employer is not going to hire for it as it stands, so your application will most likely go no further.";
  }
  return "No new applications are taken. Yours was in time and stays with the employer.";
}
