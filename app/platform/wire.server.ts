import { createDb } from "#db/client.ts";
import { createSearch } from "#search/client.ts";
import { liveColumns } from "#search/columns/live-columns.ts";
import type { Deps } from "./deps.server.ts";
import { type Env, EnvError } from "./env.server.ts";
import { createLocalFileStore } from "./file-store.server.ts";
import { createLogger } from "./logger.server.ts";
import { createMetrics } from "./metrics.server.ts";
import { createTaskQueue } from "./tasks.server.ts";

export interface Wired {
  deps: Deps;
  /** Ends what the wiring opened, in the reverse order. */
  close(): Promise<void>;
}

/** Opens the outside world once for a process. `name` is the process: "web" or "worker". */
export function wireDeps(env: Env, name = "web"): Wired {
  if (!env.databaseUrl) throw new EnvError("DATABASE_URL must be set.");
  const log = createLogger({ name, level: env.logLevel });
  const db = createDb({
    url: env.databaseUrl,
    max: env.databasePool,
    applicationName: `careercenter-${name}`,
    onError: (error) => log.error({ err: error }, "a database connection failed"),
  });
  const tasks = createTaskQueue(db, (error) => log.error({ err: error }, "the task queue failed"));
  // Early, so that the first task does not wait for it inside somebody's transaction.
  tasks.open().catch((error) => log.warn({ err: error }, "the task queue is not ready yet"));
  const search =
    env.meiliUrl && env.meiliKey ? createSearch({ url: env.meiliUrl, key: env.meiliKey }) : null;
  const deps: Deps = {
    db,
    search,
    columns:
      name === "web"
        ? liveColumns(db, (error) => log.warn({ err: error }, "the columns are not loaded"))
        : null,
    files: createLocalFileStore(env.filesDir),
    tasks,
    clock: () => new Date(),
    log,
    metrics: createMetrics(db),
    origin: env.appOrigin,
    embedded: env.embedded,
    operator: { email: env.contactEmail, postalAddress: env.postalAddress },
    jobReview: env.jobReview,
    varDir: env.varDir,
  };
  return {
    deps,
    async close() {
      await tasks.close();
      await db.destroy();
    },
  };
}
