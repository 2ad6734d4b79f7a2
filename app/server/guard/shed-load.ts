import { monitorEventLoopDelay } from "node:perf_hooks";
import type { RequestHandler } from "express";
import { sendRefusal } from "../error-page.ts";

export interface ShedLimits {
  /** Requests in flight past which anonymous reads are refused. */
  anonymous: number;
  /** Requests in flight past which everything is. */
  everyone: number;
  /** Event-loop delay (p99 of the last second, ms) past which anonymous reads are refused, if it is us who are busy. */
  loopDelayMs: number;
}

const LIMITS: ShedLimits = { anonymous: 256, everyone: 512, loopDelayMs: 200 };
const BUSY = 32;

/**
 * Refuses early what cannot be answered in time. Anonymous reads go first, so that logging in, applying and
 * answering applications keep working while somebody scrapes the search.
 */
export function shedLoad(
  isSignedIn: (cookieHeader: string | undefined) => boolean,
  limits: ShedLimits = LIMITS,
): RequestHandler {
  const loopDelay = watchLoopDelay();
  let inFlight = 0;
  return (req, res, next) => {
    const slow = inFlight > BUSY && loopDelay() > limits.loopDelayMs;
    const anonymousRead = req.method !== "POST" && !isSignedIn(req.headers.cookie);
    if (inFlight >= limits.everyone || (anonymousRead && (slow || inFlight >= limits.anonymous))) {
      res.setHeader("Retry-After", "2");
      sendRefusal(req, res, {
        status: 503,
        title: "Many people are here just now",
        sentence: "Try again in a few seconds.",
      });
      return;
    }
    inFlight += 1;
    res.once("close", () => {
      inFlight -= 1;
    });
    next();
  };
}

function watchLoopDelay(): () => number {
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  let p99 = 0;
  setInterval(() => {
    p99 = histogram.percentile(99) / 1e6;
    histogram.reset();
  }, 1_000).unref();
  return () => p99;
}
