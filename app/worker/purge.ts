import { KEPT_DAYS } from "#app/domain/retention.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { deleteOldImports } from "#db/queries/job-imports.ts";
import { condenseViews } from "#db/queries/job-views.ts";
import {
  deleteExpiredSessions,
  deleteOldIdempotencyKeys,
  deleteOldInvitations,
  deleteSpentThrottles,
  deleteSpentTokens,
} from "#db/queries/spent-rows.ts";
import { inBatches } from "./in-batches.ts";

type Given = Pick<Deps, "db" | "log">;

export async function purgeSessions({ db, log }: Given): Promise<void> {
  const sessions = await inBatches(1_000, (limit) => deleteExpiredSessions(db, limit));
  if (sessions > 0) log.info({ sessions }, "expired sessions deleted");
}

/** Used and expired links, invitations long answered, old imports, remembered form answers, and counters of throttles that have run out. */

export async function purgeTokens({ db, log }: Given): Promise<void> {
  const links = await inBatches(1_000, (limit) => deleteSpentTokens(db, limit));
  const invitations = await inBatches(1_000, (limit) => deleteOldInvitations(db, limit));
  const answers = await inBatches(1_000, (limit) => deleteOldIdempotencyKeys(db, limit));
  await deleteOldImports(db, KEPT_DAYS.jobImport);
  await condenseViews(db, KEPT_DAYS.jobViewer);
  const throttles = await inBatches(1_000, (limit) => deleteSpentThrottles(db, limit));
  if (links + invitations + answers + throttles > 0)
    log.info({ links, invitations, answers, throttles }, "spent rows deleted");
}
