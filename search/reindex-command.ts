import path from "node:path";
import { type Env, EnvError, getEnv } from "#app/platform/env.server.ts";
import { createDb } from "#db/client.ts";
import { startLocalPostgres } from "#db/local-postgres.ts";
import { findRunningPostgres } from "#db/local-postgres-running.ts";
import { createSearch } from "./client.ts";
import { startLocalMeilisearch } from "./local-meilisearch.ts";
import { findRunningMeilisearch } from "./local-meilisearch-running.ts";
import { rebuildIndex } from "./sync/rebuild-index.ts";

const say = (text: string) => process.stderr.write(text);

interface Engines {
  databaseUrl: string;
  meili: { url: string; key: string };
  stop(): Promise<void>;
}

/** The engines the environment names, else the embedded ones: those `npm start` runs, or started for this alone. */
async function openEngines(env: Env): Promise<Engines> {
  const { databaseUrl, meiliUrl, meiliKey, varDir } = env;
  if (databaseUrl || meiliUrl) {
    if (databaseUrl && meiliUrl && meiliKey) {
      return { databaseUrl, meili: { url: meiliUrl, key: meiliKey }, stop: async () => {} };
    }
    throw new EnvError(
      "DATABASE_URL, MEILI_URL and MEILI_KEY go together: they name the jobs to read and the engine to fill.",
    );
  }
  const postgresDir = path.join(varDir, "postgres");
  const meiliDir = path.join(varDir, "meilisearch");
  const running = await findRunningPostgres(postgresDir);
  const runningMeili = await findRunningMeilisearch(meiliDir);
  const postgres = running ? null : await startLocalPostgres({ dir: postgresDir });
  const meilisearch = runningMeili
    ? null
    : await startLocalMeilisearch({ dir: meiliDir, binary: env.meiliBinary });
  const stop = async () => {
    await Promise.all([postgres?.stop(), meilisearch?.stop()]);
  };
  const meili =
    runningMeili ?? (meilisearch && { url: meilisearch.url, key: meilisearch.indexerKey });
  if (meili) return { databaseUrl: running ?? postgres?.url ?? "", meili, stop };
  await stop();
  throw new EnvError("There is no Meilisearch here; search runs on Postgres and needs no index.");
}

async function reindex({ databaseUrl, meili }: Engines): Promise<void> {
  const db = createDb({ url: databaseUrl, max: 4, applicationName: "careercenter-reindex" });
  const tell = (facts: object, message: string) => say(`${message} ${JSON.stringify(facts)}\n`);
  const started = performance.now();
  try {
    const documents = await rebuildIndex(
      { db, search: createSearch(meili), log: { info: tell, warn: tell } },
      { onProgress: (count) => say(`\r${count.toLocaleString("en-US")} jobs`) },
    );
    if (documents === null) {
      throw new EnvError("Another process is writing to the index. Try again when it is done.");
    }
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    say(
      `\rThe index was rebuilt with ${documents.toLocaleString("en-US")} jobs in ${seconds} s.\n`,
    );
  } finally {
    await db.destroy();
  }
}

try {
  const engines = await openEngines(getEnv());
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void engines.stop().finally(() => process.exit(1)));
  }
  await reindex(engines).finally(() => engines.stop());
} catch (error) {
  say(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
// A request given up may leave a timer of minutes behind.
process.exit();
