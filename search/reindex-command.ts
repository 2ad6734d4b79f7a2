import { EnvError, getEnv } from "#app/platform/env.server.ts";
import { createDb } from "#db/client.ts";
import { createSearch } from "./client.ts";
import { rebuildIndex } from "./sync/rebuild-index.ts";

const say = (text: string) => process.stderr.write(text);

try {
  const { databaseUrl, meiliUrl, meiliKey } = getEnv();
  if (!databaseUrl || !meiliUrl || !meiliKey) {
    throw new EnvError(
      "DATABASE_URL, MEILI_URL and MEILI_KEY must be set: they name the jobs to read and the engine to fill. (npm start keeps its embedded index itself.)",
    );
  }
  const db = createDb({ url: databaseUrl, max: 4, applicationName: "careercenter-reindex" });
  const log = {
    info: (facts: object, message: string) => say(`${message} ${JSON.stringify(facts)}\n`),
    warn: (facts: object, message: string) => say(`${message} ${JSON.stringify(facts)}\n`),
  };
  const started = performance.now();
  const search = createSearch({ url: meiliUrl, key: meiliKey });
  try {
    const documents = await rebuildIndex(
      { db, search, log },
      { onProgress: (count) => say(`\r${count.toLocaleString("en-US")} jobs`) },
    );
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    say(
      documents === null
        ? "Another process is writing to the index just now. Try again when it is done.\n"
        : `\rThe index was rebuilt with ${documents.toLocaleString("en-US")} jobs in ${seconds} s.\n`,
    );
    if (documents === null) process.exitCode = 1;
  } finally {
    await db.destroy();
  }
} catch (error) {
  say(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
