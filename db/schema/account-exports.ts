import type { Generated } from "kysely";

export interface AccountExportsTable {
  id: Generated<string>;
  userId: string;
  /** Null until the worker has made it. */
  fileId: string | null;
  requestedAt: Generated<Date>;
  readyAt: Date | null;
  expiresAt: Date | null;
}
