import { closeSync, openSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildWhenStale } from "#app/server/supervisor/build-when-stale.ts";
import { startEngineGuard } from "#app/server/supervisor/engine-guard.ts";
import { keepProcess } from "#app/server/supervisor/kept-process.ts";
import { createDb } from "#db/client.ts";
import { freePort } from "#db/free-port.ts";
import type { DemoAccount } from "#db/seed/example-world/demo-accounts.ts";
import { seedExampleWorld } from "#db/seed/example-world/seed-example-world.ts";
import { startLocalMeilisearch } from "#search/local-meilisearch.ts";
import { cloneDatabase } from "./database.ts";
import { waitUntil } from "./wait-until.ts";

/** Where the site under test is, as plain values: they travel to the tests' processes. */
export interface SiteAddress {
  origin: string;
  databaseUrl: string;
  varDir: string;
  meili: { url: string; key: string; pid: number } | null;
  /** One per role, with its password. */
  demoAccounts: DemoAccount[];
}

export interface AppServer extends SiteAddress {
  stop(): Promise<void>;
}

/**
 * The built web and worker processes on a fresh database with the example world, a Meilisearch of their own.
 * `adminUrl` and `template` say where to clone the database.
 */
export async function startAppServer(from: {
  adminUrl: string;
  template: string;
}): Promise<AppServer> {
  const varDir = await mkdtemp(path.join(tmpdir(), "careercenter-site-"));
  await chmod(varDir, 0o711);
  const [database, meilisearch, port] = await Promise.all([
    cloneDatabase(from),
    startLocalMeilisearch({ dir: path.join(varDir, "meilisearch") }),
    freePort(),
    buildWhenStale(() => {}),
  ]);
  if (meilisearch) startEngineGuard().watch(meilisearch.pid, "SIGKILL");
  const db = createDb({ url: database.url, max: 2, applicationName: "careercenter-site" });
  const demoAccounts = await seedExampleWorld({ db, varDir, now: new Date() });
  const origin = `http://localhost:${port}`;
  const log = path.join(varDir, "log");
  const output = openSync(log, "a");
  const env = {
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    APP_ORIGIN: origin,
    DATABASE_URL: database.url,
    VAR_DIR: varDir,
    FILES_DIR: "",
    SMTP_URL: "",
    METRICS_PORT: "",
    LOG_LEVEL: "warn",
    CAREERCENTER_EMBEDDED: "1",
    MEILI_URL: meilisearch?.url ?? "",
    MEILI_KEY: "",
  };
  const keep = (script: string, key = "") =>
    keepProcess({
      script,
      env: { ...env, MEILI_KEY: key },
      output,
      onSpawn: () => {},
      say: () => {},
    });
  const children = [
    keep("app/server/main.ts", meilisearch?.searchKey),
    keep("app/worker/main.ts", meilisearch?.indexerKey),
  ];
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await db.destroy();
    closeSync(output);
    await meilisearch?.stop();
    await database.drop();
    await rm(varDir, { recursive: true, force: true });
  };
  const ready = async () => (await fetch(`${origin}/readyz`).catch(() => null))?.ok === true;
  try {
    await waitUntil(ready, 60_000);
  } catch (error) {
    const words = await readFile(log, "utf8");
    await stop();
    throw new Error(`${error instanceof Error ? error.message : error}\n${words.slice(-4_000)}`);
  }
  return {
    origin,
    databaseUrl: database.url,
    varDir,
    meili: meilisearch && {
      url: meilisearch.url,
      key: meilisearch.indexerKey,
      pid: meilisearch.pid,
    },
    demoAccounts,
    stop,
  };
}
