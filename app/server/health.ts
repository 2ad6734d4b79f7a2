import { readdirSync } from "node:fs";
import path from "node:path";
import { type RequestHandler, Router } from "express";
import type { Deps } from "#app/platform/deps.server.ts";
import { listAppliedMigrations } from "#db/queries/readiness.ts";

const DATABASE_MS = 1_000;
const SEARCH_MS = 500;

const MIGRATIONS = path.resolve(import.meta.dirname, "../../db/migrations");

/**
 * `/healthz` speaks of this process alone; `/readyz` says whether it should be sent requests: database
 * reachable within a second, its migrations ours, not stopping. A missing search engine only degrades.
 */
export function health(deps: Pick<Deps, "db" | "search">, isDraining: () => boolean): Router {
  const expected = readdirSync(MIGRATIONS)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.basename(file, ".ts"));
  const live: RequestHandler = (_req, res) => {
    res.setHeader("Cache-Control", "no-store").json({ status: "ok" });
  };
  const ready: RequestHandler = async (_req, res) => {
    const [database, search] = await Promise.all([
      isDraining() ? "stopping" : within(DATABASE_MS, databaseState(deps, expected)),
      deps.search ? within(SEARCH_MS, searchState(deps.search)) : "off",
    ]);
    const isReady = database === "ok" && !isDraining();
    res.setHeader("Cache-Control", "no-store");
    res.status(isReady ? 200 : 503).json({
      status: isReady ? (search === "ok" ? "ok" : "degraded") : "unavailable",
      draining: isDraining(),
      database,
      search,
    });
  };
  const router = Router();
  router.get("/healthz", live);
  router.get("/readyz", (req, res, next) => {
    Promise.resolve(ready(req, res, next)).catch(next);
  });
  return router;
}

async function databaseState({ db }: Pick<Deps, "db">, expected: string[]): Promise<string> {
  const applied = new Set(await listAppliedMigrations(db));
  return expected.every((name) => applied.has(name)) ? "ok" : "not migrated";
}

async function searchState(search: NonNullable<Deps["search"]>): Promise<string> {
  await search.client.health();
  return "ok";
}

async function within(milliseconds: number, state: Promise<string>): Promise<string> {
  const late = new Promise<string>((resolve) => {
    setTimeout(resolve, milliseconds, "unreachable").unref();
  });
  return await Promise.race([state.catch(() => "unreachable"), late]);
}
