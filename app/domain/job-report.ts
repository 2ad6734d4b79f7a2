/** Why somebody reports a job, as they choose it. */
export const REPORT_REASONS = {
  scam: "It looks like a scam, or asks for money or bank details",
  "not-real": "The job is not real, or is no longer open",
  misleading: "Pay, place or duties are not what the job says",
  discriminates: "It discriminates against people",
  impersonates: "It pretends to be another employer",
  other: "Something else",
} as const;

export type ReportReason = keyof typeof REPORT_REASONS;

export type ReportOutcome = "removed" | "dismissed";

/** From this many people on, a reported job stands at the top of the board's queue. */
export const URGENT_REPORTS = 3;
