import { DomainError } from "./errors.ts";

export type ApplicationStage =
  | "submitted"
  | "in-review"
  | "assessment"
  | "interview"
  | "offer"
  | "hired"
  | "rejected"
  | "withdrawn";

export const APPLICATION_STAGES: readonly ApplicationStage[] = [
  "submitted",
  "in-review",
  "assessment",
  "interview",
  "offer",
  "hired",
  "rejected",
  "withdrawn",
];

export const APPLICATION_STAGE_LABELS: Record<ApplicationStage, string> = {
  submitted: "Submitted",
  "in-review": "In review",
  assessment: "Coding test",
  interview: "Interview",
  offer: "Offer",
  hired: "Hired",
  rejected: "Not selected",
  withdrawn: "Withdrawn",
};

export const OPEN_STAGES: readonly ApplicationStage[] = [
  "submitted",
  "in-review",
  "assessment",
  "interview",
  "offer",
];

export const isOpenStage = (stage: ApplicationStage): boolean => OPEN_STAGES.includes(stage);

/**
 * Stages an employer may move an application to. Any open stage leads to any other open stage (a coding test
 * may come after the interview, and a slip of the mouse must be reversible) except back to "submitted";
 * "hired" comes from an offer; "rejected" from every open stage. Closed stages lead nowhere.
 */
export function employerMoves(from: ApplicationStage): ApplicationStage[] {
  if (!isOpenStage(from)) return [];
  const open = OPEN_STAGES.filter((stage) => stage !== from && stage !== "submitted");
  return from === "offer" ? [...open, "hired", "rejected"] : [...open, "rejected"];
}

/** Throws `DomainError("illegal-move")` unless an employer may move `from` → `to`. */
export function requireEmployerMove(from: ApplicationStage, to: ApplicationStage): void {
  if (employerMoves(from).includes(to)) return;
  throw new DomainError(
    "illegal-move",
    `An application that is “${APPLICATION_STAGE_LABELS[from]}” cannot move to “${APPLICATION_STAGE_LABELS[to]}”. Reload the page to see where it stands.`,
  );
}

/** Whether a move can be taken back by its opposite; what has left "submitted" was seen, and stays seen. */
export const canTakeBack = (from: ApplicationStage, to: ApplicationStage): boolean =>
  isOpenStage(from) && employerMoves(to).includes(from);

/** An applicant may withdraw while the application is open. */
export const canWithdraw = (from: ApplicationStage): boolean => isOpenStage(from);

export type RejectReason = "experience" | "credentials" | "state" | "pay" | "filled" | "other";

/** Why an employer says no; the label is what the applicant is told. */
export const REJECT_REASONS: Record<RejectReason, string> = {
  experience: "Other applicants had more experience in the families this job needs",
  credentials: "The credentials this job needs were not met",
  state: "We cannot employ people in your state at present",
  pay: "The pay asked for is above this job's range",
  filled: "The job has been filled",
  other: "Another reason",
};
