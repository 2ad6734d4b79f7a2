import { Gauge, Histogram, Registry } from "prom-client";
import { poolWaiters, type RootDb } from "#db/client.ts";
import { oldestSearchMarkSeconds } from "#db/queries/search-lag.ts";
import { countFailedTasks } from "#db/queries/tasks.ts";

export interface Metrics {
  registry: Registry;
  httpDuration: Histogram<"route" | "method" | "status">;
  searchDuration: Histogram<"backend">;
}

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The board's own figures, in seconds and counts. The gauges read the database when they are scraped, so one
 * process's `/metrics` tells the truth about all of them.
 */
export function createMetrics(db: RootDb): Metrics {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: "careercenter_search_outbox_lag_seconds",
    help: "Age of the oldest job change not yet in the search index.",
    registers,
    async collect() {
      this.set(await oldestSearchMarkSeconds(db));
    },
  });
  new Gauge({
    name: "careercenter_tasks_failed",
    help: "Tasks that ran out of tries and are still kept, by name.",
    labelNames: ["task"],
    registers,
    async collect() {
      this.reset();
      for (const { task, count } of await countFailedTasks(db)) this.set({ task }, count);
    },
  });
  new Gauge({
    name: "careercenter_db_pool_waiters",
    help: "Requests waiting for a database connection in this process.",
    registers,
    collect() {
      this.set(poolWaiters(db));
    },
  });
  return {
    registry,
    httpDuration: new Histogram({
      name: "careercenter_http_duration_seconds",
      help: "Time to answer a request.",
      labelNames: ["route", "method", "status"],
      buckets: BUCKETS,
      registers,
    }),
    searchDuration: new Histogram({
      name: "careercenter_search_duration_seconds",
      help: "Time one job search took, by the backend that answered.",
      labelNames: ["backend"],
      buckets: BUCKETS,
      registers,
    }),
  };
}
