export type ImportStatus = "reading" | "read" | "importing" | "imported" | "failed";

/** What becomes of a row: a draft that could be published, one that needs more, or nothing. */
export type RowOutcome = "ready" | "incomplete" | "exists" | "repeated" | "refused";

export const ROW_OUTCOMES: readonly RowOutcome[] = [
  "ready",
  "incomplete",
  "exists",
  "repeated",
  "refused",
];

export const ROW_OUTCOME_LABELS: Record<RowOutcome, string> = {
  ready: "Complete",
  incomplete: "Needs more",
  exists: "Already here",
  repeated: "Twice in the file",
  refused: "Cannot be read",
};

/** One thing a row lacks, beside the field it is about; `field` is null for what we could not understand. */
export interface RowProblem {
  field: string | null;
  sentence: string;
}
