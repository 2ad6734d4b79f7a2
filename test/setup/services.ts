import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEngineGuard } from "#app/server/supervisor/engine-guard.ts";
import { startLocalPostgres } from "#db/local-postgres.ts";
import { migrate } from "#db/migrate.ts";
import { startLocalMeilisearch } from "#search/local-meilisearch.ts";

/** What tests need to reach the engines of this run. */
export interface Services {
  /** Of the server's `postgres` database: test databases are made from here. */
  adminUrl: string;
  /** Name of the migrated database that tests clone. */
  template: string;
  /** Null when this machine has no Meilisearch. */
  meili: { url: string; key: string } | null;
}

declare module "vitest" {
  interface ProvidedContext {
    services: Services;
  }
}

interface Running {
  services: Services;
  stop(): Promise<void>;
}

let running: Promise<Running> | null = null;
let users = 0;

/** The engines of this run, started by whichever project asks first; the last one done stops them. */
export async function shareServices(): Promise<{ services: Services; done: () => Promise<void> }> {
  users += 1;
  running ??= start();
  const { services } = await running;
  return {
    services,
    async done() {
      users -= 1;
      if (users > 0) return;
      const ended = running;
      running = null;
      await (await ended)?.stop();
    },
  };
}

/** Vitest's hook: the integration project needs the engines only. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { services, done } = await shareServices();
  project.provide("services", services);
  return done;
}

async function start(): Promise<Running> {
  const dir = await mkdtemp(path.join(tmpdir(), "careercenter-test-"));
  await chmod(dir, 0o711);
  const guard = startEngineGuard();
  const meilisearch = await startLocalMeilisearch({
    dir: path.join(dir, "meilisearch"),
    indexes: "*",
  });
  if (meilisearch) guard.watch(meilisearch.pid, "SIGKILL");
  const postgres = await startLocalPostgres({ dir: path.join(dir, "postgres"), durable: false });
  guard.watch(postgres.pid, "SIGQUIT");
  const adminUrl = databaseUrl(postgres.url, "postgres");
  await makeTemplate(adminUrl);
  return {
    services: {
      adminUrl,
      template: "careercenter",
      meili: meilisearch && { url: meilisearch.url, key: meilisearch.indexerKey },
    },
    async stop() {
      await Promise.all([postgres.stop(), meilisearch?.stop()]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A database nobody may connect to can be cloned at any time. */
async function makeTemplate(adminUrl: string): Promise<void> {
  await migrate(databaseUrl(adminUrl, "careercenter"));
  const client = new pg.Client(adminUrl);
  await client.connect();
  await client.query("alter database careercenter allow_connections false");
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'careercenter'",
  );
  await client.end();
}

/** The URL of another database on the same server. */
function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
