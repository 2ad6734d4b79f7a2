import type { Deps } from "#app/platform/deps.server.ts";
import {
  deleteExpiredSessions,
  deleteOldIdempotencyKeys,
  deleteSpentThrottles,
  deleteSpentTokens,
} from "#db/queries/spent-rows.ts";
import { inBatches } from "./in-batches.ts";

type Given = Pick<Deps, "db" | "log">;

export async function purgeSessions({ db, log }: Given): Promise<void> {
  const sessions = await inBatches(1_000, (limit) => deleteExpiredSessions(db, limit));
  if (sessions > 0) log.info({ sessions }, "expired sessions deleted");
}

/** Used and expired links, remembered form answers, and counters of throttles that have run out. */
export async function purgeTokens({ db, log }: Given): Promise<void> {
  const links = await inBatches(1_000, (limit) => deleteSpentTokens(db, limit));
  const answers = await inBatches(1_000, (limit) => deleteOldIdempotencyKeys(db, limit));
  const throttles = await inBatches(1_000, (limit) => deleteSpentThrottles(db, limit));
  if (links + answers + throttles > 0)
    log.info({ links, answers, throttles }, "spent rows deleted");
}
