import { EnvError, getEnv } from "#app/platform/env.server.ts";
import { ensureSearchKeys } from "./keys.ts";

// For a Meilisearch of one's own: makes the scoped keys, so that no app process ever holds the master key.
// They are secrets too: shown only when asked for, since a container's output is kept in its log.
try {
  const { meiliUrl, meiliMasterKey } = getEnv();
  if (!meiliUrl || !meiliMasterKey) {
    throw new EnvError("MEILI_URL and MEILI_MASTER_KEY must be set.");
  }
  const { searchKey, indexerKey } = await ensureSearchKeys(meiliUrl, meiliMasterKey);
  process.stdout.write(
    process.argv.includes("--show")
      ? `MEILI_KEY of web:    ${searchKey}\nMEILI_KEY of worker: ${indexerKey}\n`
      : "The keys of web and worker exist; --show prints them.\n",
  );
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
