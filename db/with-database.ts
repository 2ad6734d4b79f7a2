import path from "node:path";
import { getEnv } from "#app/platform/env.server.ts";
import { startLocalPostgres } from "./local-postgres.ts";
import { findRunningPostgres } from "./local-postgres-running.ts";

/** Runs on DATABASE_URL, else on the embedded server: the running one, or one started for as long as `run` takes. */
export async function withDatabase(run: (url: string) => Promise<void>): Promise<void> {
  const { databaseUrl, varDir } = getEnv();
  if (databaseUrl) return run(databaseUrl);
  const dir = path.join(varDir, "postgres");
  const running = await findRunningPostgres(dir);
  if (running) return run(running);
  const postgres = await startLocalPostgres({ dir });
  try {
    await run(postgres.url);
  } finally {
    await postgres.stop();
  }
}
