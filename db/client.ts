import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { onlyAnswering } from "./answering-pool.ts";
import type { Database } from "./schema/index.ts";

/** The pooled root: only use cases open transactions on it. */
export type RootDb = Kysely<Database>;

/** What a query takes: the root or a transaction. */
export type Db = RootDb | Transaction<Database>;

export interface DbOptions {
  url: string;
  /** Pool size; the server refuses work past it after `connectionTimeoutMillis` instead of queueing for ever. */
  max?: number;
  applicationName?: string;
  /** How long a query may take before its connection is given up, frozen server or not. */
  patienceMs?: number;
  onError?: (error: Error) => void;
}

const NUMERIC = 1700;
const INT8 = 20;
const DATE = 1082;

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    // Money, percentages and counts all fit a double exactly at the widths we store.
    if (oid === NUMERIC || oid === INT8) return Number;
    // A calendar date has no time zone: keep it as "YYYY-MM-DD".
    if (oid === DATE) return (value: string) => value;
    return pg.types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;

/**
 * Opens a Kysely instance over its own pool.
 * Timeouts: a frozen server ignores `statement_timeout`, so the client-side `query_timeout` bounds every query.
 */
export function createDb({
  url,
  max = 10,
  applicationName = "careercenter",
  patienceMs = 8_000,
  onError,
}: DbOptions): RootDb {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    query_timeout: patienceMs,
    // Compiling a search costs more than running it, and its facets sort more than the default 4 MB holds.
    options: "-c jit=off -c work_mem=32MB",
    types,
  });
  const report = onError ?? (() => {});
  pool.on("error", report);
  // Without this a client lost while idle inside a transaction ends the process (measured).
  pool.on("connect", (client) => client.on("error", report));
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: onlyAnswering(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  pools.set(db, pool);
  return db;
}

const pools = new WeakMap<RootDb, pg.Pool>();

/** How many callers wait for a connection right now. */
export const poolWaiters = (db: RootDb): number => pools.get(db)?.waitingCount ?? 0;
