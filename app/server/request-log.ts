import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import type { Deps } from "#app/platform/deps.server.ts";
import { withoutRedaction } from "#app/platform/logger.server.ts";
import { loggablePath } from "#app/web/loggable-path.ts";
import { plainAddress } from "./guard/forwarded-headers.ts";

// Files of ours and the questions of whoever watches over the process: measured, not logged.
const QUIET = /^\/(assets\/|healthz$|readyz$)/;

export interface Asked {
  path: string;
  ip: string | undefined;
}

/** Writes one line and one measurement when a request is answered. */
export type WatchAnswer = (req: IncomingMessage, res: ServerResponse, asked: Asked) => string;

/** Gives a request an id (returned, and in the answer's X-Request-Id) and says how it was answered. */
export function watchAnswers(
  { log, metrics }: Pick<Deps, "log" | "metrics">,
  sections: ReadonlySet<string>,
): WatchAnswer {
  const answers = withoutRedaction(log);
  return (req, res, { path, ip }) => {
    const requestId = randomUUID();
    const started = performance.now();
    const method = req.method ?? "";
    res.once("close", () => {
      const seconds = (performance.now() - started) / 1_000;
      const status = res.writableFinished ? res.statusCode : 499;
      const section = `/${path.split("/")[1]?.replace(/\.data$/, "") ?? ""}`;
      const route = sections.has(section) ? section : "other";
      metrics.httpDuration.observe({ route, method, status: String(status) }, seconds);
      if (QUIET.test(path)) return;
      const line = {
        requestId,
        method,
        path: loggablePath(path),
        status,
        ms: Math.round(seconds * 1_000),
        ip: plainAddress(ip),
      };
      answers[status >= 500 ? "warn" : "info"](line, "answered");
    });
    return requestId;
  };
}

/** Gives every request an id, and writes one line and one measurement when it is answered. */
export function requestLog(watch: WatchAnswer): RequestHandler {
  return (req, res, next) => {
    const requestId = watch(req, res, { path: req.path, ip: req.ip });
    res.locals.requestId = requestId;
    res.setHeader("X-Request-Id", requestId);
    next();
  };
}
