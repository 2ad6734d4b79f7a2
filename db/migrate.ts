import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Kysely, PostgresDialect } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import pg from "pg";
import { createDb } from "./client.ts";
import { loadReference } from "./reference/load-reference.ts";
import { installTaskSchema } from "./task-schema.ts";

const FOLDER = path.join(import.meta.dirname, "migrations");
const LOCK = 727_001_118;

/**
 * Brings a database to the latest schema, task tables and reference data included. Safe to run again and at the
 * same time: a second caller waits for the first. Returns the names of the migrations it ran.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  // A pool without the app's timeouts: waiting for the lock and building indexes may take long.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // A connection lost while idle is met by the query that misses it; unheard, the event would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const holder = await pool.connect();
  try {
    await holder.query("select pg_advisory_lock($1)", [LOCK]);
    const ran = await runMigrations(pool);
    await installTaskSchema(databaseUrl);
    const db = createDb({ url: databaseUrl, max: 1, applicationName: "careercenter-migrate" });
    await loadReference(db).finally(() => db.destroy());
    return ran;
  } finally {
    holder.release(true);
    await pool.end();
  }
}

async function runMigrations(pool: pg.Pool): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({ db, provider: { getMigrations: loadMigrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

const migrationNames = async (): Promise<string[]> =>
  (await readdir(FOLDER)).filter((file) => file.endsWith(".ts")).map((file) => file.slice(0, -3));

async function loadMigrations(): Promise<Record<string, Migration>> {
  const names = await migrationNames();
  const modules = names.map(async (name): Promise<[string, Migration]> => {
    const url = pathToFileURL(path.join(FOLDER, `${name}.ts`));
    return [name, (await import(/* @vite-ignore */ url.href)) as Migration];
  });
  return Object.fromEntries(await Promise.all(modules));
}
