import type { ErrorRequestHandler } from "express";
import type { Logger } from "pino";
import { isDatabaseAway } from "#db/database-away.ts";
import { type Refusal, sendRefusal } from "./error-page.ts";

const UNREADABLE: Refusal = {
  status: 400,
  title: "We could not read that",
  sentence: "Go back and try again from the page you came from.",
};
const UNAVAILABLE: Refusal = {
  status: 503,
  title: "We cannot reach our records just now",
  sentence: "Try again in a few seconds.",
};
const BUG: Refusal = {
  status: 500,
  title: "Something went wrong on our side",
  sentence:
    "It has been noted. Try again; if it happens once more, tell us the request number below.",
};

/** The last resort for what is thrown outside Remix's own boundaries: a sentence, never a stack trace. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const refusal = refusalFor(error);
    if (refusal.status >= 500) {
      log.error({ err: error, requestId: res.locals.requestId }, "a request failed outside Remix");
    }
    if (res.headersSent) {
      res.destroy();
      return;
    }
    if (refusal === UNAVAILABLE) res.setHeader("Retry-After", "5");
    sendRefusal(req, res, refusal);
  };
}

/** Bad input that slipped to Postgres or a parser is the client's; a lost database is a matter of time. */
export function refusalFor(error: unknown): Refusal {
  if (!(error instanceof Error)) return BUG;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const status = "status" in error && typeof error.status === "number" ? error.status : 500;
  if (/^22...$/.test(code) || (status >= 400 && status < 500)) return UNREADABLE;
  if (isDatabaseAway(error)) return UNAVAILABLE;
  return BUG;
}
