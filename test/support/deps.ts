import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, inject } from "vitest";
import type { Deps } from "#app/platform/deps.server.ts";
import { createLocalFileStore } from "#app/platform/file-store.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { createMetrics } from "#app/platform/metrics.server.ts";
import { createTaskQueue, type TaskName, type TaskPayloads } from "#app/platform/tasks.server.ts";
import { createDb } from "#db/client.ts";
import { createSearch } from "#search/client.ts";
import { liveColumns } from "#search/columns/live-columns.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { cloneDatabase } from "./database.ts";

export interface TestWorld {
  deps: Deps & { clock: TestClock };
  clock: TestClock;
  databaseUrl: string;
  /** Payloads of the committed tasks of one name, oldest first; nothing runs them. */
  tasks<Name extends TaskName>(name: Name): Promise<TaskPayloads[Name][]>;
  /** Mails waiting to be sent, oldest first. */
  mails(): Promise<Mail[]>;
  dispose(): Promise<void>;
}

/** Real Postgres (a clone), real Meilisearch (an index prefix of its own), real files; only the clock is fake. */
export async function testDeps(services = inject("services")): Promise<TestWorld> {
  const database = await cloneDatabase(services);
  const varDir = await mkdtemp(path.join(tmpdir(), "careercenter-var-"));
  const db = createDb({ url: database.url, max: 6, applicationName: "careercenter-test" });
  const queue = createTaskQueue(db, () => {});
  // As at boot: the first task of a test would otherwise ask for a second connection inside a transaction.
  await queue.open();
  const clock = createTestClock();
  const { meili } = services;
  const indexPrefix = `t${randomBytes(5).toString("hex")}_`;
  // Patient: a busy machine must not turn a test of the engine into one of its stand-in.
  const search = meili && createSearch({ ...meili, indexPrefix, patienceMs: 10_000 });
  const columns = liveColumns(db, () => {});
  await columns.load();
  const deps = {
    db,
    search,
    columns,
    files: createLocalFileStore(path.join(varDir, "files")),
    tasks: queue,
    clock,
    log: createLogger({ name: "test", level: "silent" }),
    metrics: createMetrics(db),
    origin: "http://localhost:3000",
    embedded: true,
    operator: { email: "board@example.org", postalAddress: "1 Board Street" },
    jobReview: "off" as const,
    varDir,
  };

  async function tasks<Name extends TaskName>(name: Name): Promise<TaskPayloads[Name][]> {
    const { rows } = await sql<{ data: TaskPayloads[Name] }>`
      select data from pgboss.job where name = ${name} order by created_on, id`.execute(
      db.withoutPlugins(),
    );
    return rows.map((row) => row.data);
  }

  return {
    deps,
    clock,
    databaseUrl: database.url,
    tasks,
    mails: () => tasks("send-mail"),
    async dispose() {
      await queue.close();
      await db.destroy();
      const indexes = (await search?.client.getIndexes({ limit: 1_000 }))?.results ?? [];
      const own = indexes.filter((index) => index.uid.startsWith(indexPrefix));
      await Promise.all(own.map((index) => search?.client.deleteIndex(index.uid)));
      await Promise.all([database.drop(), rm(varDir, { recursive: true, force: true })]);
    },
  };
}

/**
 * One world for the tests of the enclosing file or `describe`; it exists from `beforeAll` on:
 * `const world = setUpDeps(); it("…", () => postJob(world.deps, …))`.
 */
export function setUpDeps(): TestWorld {
  const world = {} as TestWorld;
  beforeAll(async () => {
    Object.assign(world, await testDeps());
  });
  afterAll(() => world.dispose?.());
  return world;
}
