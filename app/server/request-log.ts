import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Deps } from "#app/platform/deps.server.ts";
import { requestLogger } from "#app/platform/logger.server.ts";
import { loggablePath } from "#app/web/loggable-path.ts";
import { plainAddress } from "./guard/forwarded-headers.ts";

// Files of ours and the questions of whoever watches over the process: measured, not logged.
const QUIET = /^\/(assets\/|healthz$|readyz$)/;

/** Gives every request an id, and writes one line and one measurement when it is answered. */
export function requestLog(
  { log, metrics }: Pick<Deps, "log" | "metrics">,
  sections: ReadonlySet<string>,
): RequestHandler {
  return (req, res, next) => {
    const requestId = randomUUID();
    res.locals.requestId = requestId;
    res.setHeader("X-Request-Id", requestId);
    const started = performance.now();
    const { method, path } = req;
    res.once("close", () => {
      const seconds = (performance.now() - started) / 1_000;
      const status = res.writableFinished ? res.statusCode : 499;
      const section = `/${path.split("/")[1]?.replace(/\.data$/, "") ?? ""}`;
      const route = sections.has(section) ? section : "other";
      metrics.httpDuration.observe({ route, method, status: String(status) }, seconds);
      if (QUIET.test(path)) return;
      const line = {
        method,
        path: loggablePath(path),
        status,
        ms: Math.round(seconds * 1_000),
        ip: plainAddress(req.ip),
      };
      requestLogger(log, requestId)[status >= 500 ? "warn" : "info"](line, "answered");
    });
    next();
  };
}
