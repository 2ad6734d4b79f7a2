import type { Deps } from "#app/platform/deps.server.ts";
import { claimDueDigests } from "#db/queries/saved-search-digests.ts";
import { holdLedger } from "#db/queries/saved-search-matching.ts";
import { matchNewJobs } from "./match-new-jobs.server.ts";

// The ledger is held meanwhile: some hundredths of a second.
const DIGESTS_AT_ONCE = 250;

/** Looks up the searches of every new job, then asks for the digests that are due; each step stands by itself. */
export async function runAlerts(deps: Pick<Deps, "db" | "tasks">): Promise<void> {
  await matchNewJobs(deps);
  while ((await askForDigests(deps)) === DIGESTS_AT_ONCE);
}

/** Answers how many searches it took; of one whose jobs have all gone there is no digest. */
const askForDigests = ({ db, tasks }: Pick<Deps, "db" | "tasks">): Promise<number> =>
  db.transaction().execute(async (trx) => {
    if (!(await holdLedger(trx))) return 0;
    const { searches, digestIds } = await claimDueDigests(trx, DIGESTS_AT_ONCE);
    const payloads = digestIds.map((digestId) => ({ digestId }));
    await tasks.enqueueAll(trx, "send-digest", payloads);
    return searches;
  });
