import { createHash, randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { isMachine, viewSource } from "#app/domain/view-source.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { addViews, readViewSalt, type SeenView } from "#db/queries/job-views.ts";
import { plainAddress } from "./guard/forwarded-headers.ts";

const JOB_PAGE = /^\/jobs\/([a-z0-9-]{1,160})(\/apply)?(?:\.data)?\/?$/;
const FLUSH_MS = 2_000;
const MOST_WAITING = 10_000;

/** An answered request, as far as it says whether a person looked at a job. */
export interface Look {
  /** Of the request. */
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  ip: string | undefined;
  status: number;
  viewer: Viewer | null;
}

export interface ViewCounter {
  handler: RequestHandler;
  /** Counts a look that did not come by the handler. */
  count(look: Look): void;
  /** Writes what is still waiting. */
  flush(): Promise<void>;
}

type Waiting = Omit<SeenView, "viewer"> & { who: string };

/**
 * Counts the looks at job pages, those sent from the page cache too: answered pages that a person's browser asked for,
 * not the employers' and the board's own. They wait in memory and are written together, so a page never waits for its
 * count; a process that is killed loses two seconds of them.
 */
export function countViews({ db, log, origin }: Pick<Deps, "db" | "log" | "origin">): ViewCounter {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function write(): Promise<void> {
    const seen = waiting;
    waiting = [];
    if (seen.length === 0) return;
    try {
      const { salt } = await readViewSalt(db, randomBytes(16).toString("hex"));
      const views = seen.map(({ who, ...view }) => ({ ...view, viewer: hashOf(salt, who) }));
      await addViews(db, views);
    } catch (error) {
      log.warn({ err: error, views: seen.length }, "views of jobs could not be counted");
    }
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = (writing ?? Promise.resolve()).then(write);
    return writing;
  }

  function count(look: Look): void {
    const view = viewOf(look, origin);
    if (!view || waiting.length >= MOST_WAITING) return;
    waiting.push(view);
    timer ??= setTimeout(flush, FLUSH_MS).unref();
  }

  return {
    handler(req, res, next) {
      if (isJobPage(req)) {
        const { method, url, headers } = req;
        res.once("finish", () => {
          const { statusCode: status } = res;
          count({ method, url, headers, ip: req.ip, status, viewer: res.locals.viewer ?? null });
        });
      }
      next();
    },
    count,
    flush,
  };
}

const pathOf = (url: string): string => url.split("?", 1)[0] ?? "";

const isJobPage = ({ method, url = "" }: Pick<IncomingMessage, "method" | "url">): boolean =>
  method === "GET" && JOB_PAGE.test(pathOf(url));

function viewOf(
  { method, url, headers, ip, status, viewer }: Look,
  origin: string,
): Waiting | null {
  if (!isJobPage({ method, url })) return null;
  const [, slug = "", apply] = JOB_PAGE.exec(pathOf(url)) ?? [];
  const userAgent = headers["user-agent"];
  const isLook = status === 200 || status === 304;
  const isAsked = !/prefetch/.test(`${headers["sec-purpose"]} ${headers.purpose}`);
  // A page that reloads one of its parts is not looked at again.
  const isWhole = !/[?&]_routes=/.test(url);
  if (!isLook || !isAsked || !isWhole || isMachine(userAgent)) return null;
  if (viewer && viewer.kind !== "applicant") return null;
  if (apply && !viewer) return null;
  return {
    slug,
    who: viewer ? viewer.userId : `${plainAddress(ip)} ${userAgent}`,
    source: viewSource({ url, referer: headers.referer }, origin),
    started: apply !== undefined,
  };
}

const hashOf = (salt: string, who: string): string =>
  createHash("sha256").update(`${salt} ${who}`).digest("hex").slice(0, 32);
