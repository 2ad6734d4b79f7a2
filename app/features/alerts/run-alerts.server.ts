import type { Deps } from "#app/platform/deps.server.ts";
import { claimDueDigests } from "#db/queries/saved-search-digests.ts";
import { holdLedger } from "#db/queries/saved-search-matching.ts";
import { countWaitingTasks } from "#db/queries/tasks.ts";
import { matchNewJobs } from "./match-new-jobs.server.ts";

// The ledger is held meanwhile: some hundredths of a second.
const DIGESTS_AT_ONCE = 250;
// The queue is slower to choose from the more tasks wait in it: what is due beyond these is asked for a minute later.
const MOST_WAITING = 5_000;

/** Looks up the searches of every new job, then asks for the digests that are due; each step stands by itself. */
export async function runAlerts(deps: Pick<Deps, "db" | "tasks">): Promise<void> {
  await matchNewJobs(deps);
  await askForDigests(deps, MOST_WAITING);
}

/** Asks for what is due, as long as no more than so many digests wait to be sent. */
export async function askForDigests(
  deps: Pick<Deps, "db" | "tasks">,
  mostWaiting: number,
): Promise<void> {
  while ((await askForSome(deps, mostWaiting)) === DIGESTS_AT_ONCE);
}

/** Answers how many searches it took; of one whose jobs have all gone there is no digest. */
const askForSome = (
  { db, tasks }: Pick<Deps, "db" | "tasks">,
  mostWaiting: number,
): Promise<number> =>
  db.transaction().execute(async (trx) => {
    if (!(await holdLedger(trx))) return 0;
    const room = mostWaiting - (await countWaitingTasks(trx, "send-digest"));
    if (room <= 0) return 0;
    const { searches, digestIds } = await claimDueDigests(trx, Math.min(DIGESTS_AT_ONCE, room));
    const payloads = digestIds.map((digestId) => ({ digestId }));
    await tasks.enqueueAll(trx, "send-digest", payloads);
    return searches;
  });
