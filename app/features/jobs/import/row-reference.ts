import { createHash } from "node:crypto";
import type { ImportedCells } from "#app/domain/job-import/read-row.ts";

const MADE = "row-";
const LONGEST_KEY = 100;
const LONGEST_REFERENCE = 60;

/** What a row is known by: the employer's own reference, else one worked out from what names the job. */
export function rowReference(cells: ImportedCells): string {
  const own = cells.reference?.trim().slice(0, LONGEST_KEY);
  if (own) return own;
  const named = [
    cells.title,
    cells.location,
    cells.city,
    cells.state,
    cells.zip,
    cells.description,
  ];
  const digest = createHash("sha256").update(named.join("\n")).digest("hex");
  return `${MADE}${digest.slice(0, 16)}`;
}

/** The employer's own reference, as a job shows it; null for one of our making. */
export const ownReference = (reference: string | null): string | null =>
  reference === null || reference.startsWith(MADE) ? null : reference.slice(0, LONGEST_REFERENCE);
