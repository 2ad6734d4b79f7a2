import type { RequestHandler } from "express";
import { createTurns } from "#search/turns.ts";

const SEARCHES = /^\/(?:jobs|api\/v1\/jobs)(?:\.data)?\/?$/i;
/** Two keep the processor busy while a third waits for the engine. */
const MOST = 3;

/**
 * Lets so many searches be under way at once and no more: each takes ten milliseconds of the one thread there is, so
 * a page behind eight of them would wait for eight. All others go past those that wait.
 */
export function searchesInTurn(most = MOST): RequestHandler {
  const inTurn = createTurns(most);
  return (req, res, next) => {
    if (!SEARCHES.test(req.path)) {
      next();
      return;
    }
    const answered = new Promise<void>((resolve) => {
      // Handed to the system, or not wanted any more: a client slow to read must not keep a turn.
      res.once("finish", resolve).once("close", resolve);
    });
    inTurn(async () => {
      if (res.destroyed) return;
      next();
      await answered;
    }).catch(next);
  };
}
