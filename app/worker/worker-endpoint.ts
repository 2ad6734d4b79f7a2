import { createServer, type Server } from "node:http";
import type { Deps } from "#app/platform/deps.server.ts";
import { listAppliedMigrations } from "#db/queries/readiness.ts";

const DATABASE_MS = 2_000;

/**
 * The worker's own port, off the site: `/healthz` is 200 while its database answers, anything else is Prometheus text.
 */
export function listenForWatchers(
  { db, metrics, log }: Pick<Deps, "db" | "metrics" | "log">,
  { port, host }: { port: number; host: string },
): Server {
  const server = createServer((req, res) => {
    const answer =
      req.url === "/healthz"
        ? databaseAnswers(db).then((ok) => ({
            status: ok ? 200 : 503,
            type: "text/plain",
            text: "",
          }))
        : metrics.registry
            .metrics()
            .then((text) => ({ status: 200, type: metrics.registry.contentType, text }));
    answer
      .then(({ status, type, text }) => res.writeHead(status, { "Content-Type": type }).end(text))
      .catch(() => res.writeHead(503).end());
  });
  server.on("error", (error) => log.error({ err: error, port }, "nobody can watch this worker"));
  return server.listen(port, host);
}

async function databaseAnswers(db: Deps["db"]): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(resolve, DATABASE_MS, false).unref();
  });
  const asked = listAppliedMigrations(db).then(
    () => true,
    () => false,
  );
  return await Promise.race([asked, late]);
}
