export interface BulkAnswerOutcomesTable {
  bulkAnswerId: string;
  applicationId: string;
  position: number;
  /** Why it was refused; null when it was done. */
  refusal: string | null;
}
