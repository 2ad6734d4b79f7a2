export const MAX_EVIDENCE_BYTES = 5 * 1024 * 1024;

export const EVIDENCE_TOO_LARGE =
  "This file is larger than 5 MB. Save a smaller copy and choose that.";
