import type { Generated } from "kysely";

export interface MutedEmployerKindsTable {
  userId: string;
  /** A slug of `EMPLOYER_KINDS`. */
  kind: string;
  createdAt: Generated<Date>;
}
