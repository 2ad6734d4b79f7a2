import type { Deps } from "#app/platform/deps.server.ts";
import { openLease } from "#db/lease.ts";

export interface SearchSync {
  /** Resolves when the pass in hand is finished. */
  stop(): Promise<void>;
}

export interface SearchSyncOptions {
  databaseUrl: string;
  /** One pass over the outbox; answers how many documents it brought up to date. */
  drain: (deps: Deps) => Promise<number>;
  /** How long to wait without a notification. */
  pollMs?: number;
}

// Any number will do, as long as nothing else uses it.
const SEARCH_SYNC_LOCK = 72_011_161;
const RETRY_MS = 2_000;

/**
 * Keeps the search index up to date: a commit's NOTIFY wakes it, a poll makes up for a lost one. Two drainers
 * could put an older document over a newer one, so a lock lets one process drain; the others wait for it to die.
 */
export function startSearchSync(
  deps: Deps,
  { databaseUrl, drain, pollMs = 1_000 }: SearchSyncOptions,
): SearchSync {
  let stopping = false;
  let notified = false;
  let wake: () => void = () => {};
  const lease = openLease({
    url: databaseUrl,
    lock: SEARCH_SYNC_LOCK,
    channel: "search_outbox",
    onNotify() {
      notified = true;
      wake();
    },
    onError: (error) => deps.log.warn({ err: error }, "the search sync lost its connection"),
  });

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (stopping || notified) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function pass(): Promise<number> {
    notified = false;
    try {
      if (!(await lease.held())) return pollMs;
      return (await drain(deps)) > 0 ? 0 : pollMs;
    } catch (error) {
      deps.log.warn({ err: error }, "the search index could not be brought up to date");
      notified = false;
      return RETRY_MS;
    }
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const ms = await pass();
      if (ms > 0) await rest(ms);
    }
    await lease.close();
  }

  const running = run();
  return {
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}
