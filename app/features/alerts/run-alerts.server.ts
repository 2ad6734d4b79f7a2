import type { Deps } from "#app/platform/deps.server.ts";
import { claimDueDigests } from "#db/queries/saved-search-digests.ts";
import { holdLedger } from "#db/queries/saved-search-matching.ts";
import { matchNewJobs } from "./match-new-jobs.server.ts";

const DIGESTS_AT_ONCE = 100;

/** Looks up the searches of every new job, then asks for the digests that are due; each step stands by itself. */
export async function runAlerts(deps: Pick<Deps, "db" | "tasks">): Promise<void> {
  await matchNewJobs(deps);
  while ((await askForDigests(deps)) === DIGESTS_AT_ONCE);
}

const askForDigests = ({ db, tasks }: Pick<Deps, "db" | "tasks">): Promise<number> =>
  db.transaction().execute(async (trx) => {
    if (!(await holdLedger(trx))) return 0;
    const due = await claimDueDigests(trx, DIGESTS_AT_ONCE);
    for (const digestId of due) await tasks.enqueue(trx, "send-digest", { digestId });
    return due.length;
  });
