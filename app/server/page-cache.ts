import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { RequestHandler, Response } from "express";
import type { Deps } from "#app/platform/deps.server.ts";
import { readAppearance } from "#app/web/appearance.server.ts";
import { readPublicVersion } from "#db/queries/public-version.ts";
import type { Look } from "./count-views.ts";
import { chooseEncoding, encodeBody } from "./encoded-body.ts";
import { type FreshPage, type KeptPage, keptPage, pageHeaders } from "./kept-page.ts";
import { watchVersion } from "./public-version.ts";
import type { WatchAnswer } from "./request-log.ts";

const MOST_BYTES = 64 * 1024 * 1024;
const BROTLI_QUALITY = 5;
const NO_PAGE = /^(?:\/api\/|[^?]*\.data(?:\?|$))/;
// What "posted in the last days" lists moves on with the clock alone.
const MOVES_WITH_TIME = /[?&]postedWithin=/;

/** Hands a whole page that is the same for everyone to the cache. */
export type KeepPage = (html: string) => void;

export interface PageCacheOptions {
  deps: Pick<Deps, "db" | "log">;
  isSignedIn: (cookieHeader: string | undefined) => boolean;
  isDraining: () => boolean;
  addressOf: (req: IncomingMessage) => string | undefined;
  watch: WatchAnswer;
  countView: (look: Look) => void;
}

export interface PageCache {
  /** For requests that nothing is kept for: says whether their page may be, by `res.locals.keepPage`. */
  misses: RequestHandler;
  /** Answers from memory what is kept, and has `listener` answer the rest. */
  before(listener: RequestListener): RequestListener;
}

/**
 * Serves pages that are the same for everyone without a session from memory, exactly as long as they are true: a page
 * is kept under the version of everything public (`watchVersion`) and sent only while that is still the version, so a
 * page that a committed change has made stale is never sent. A page that is kept was once answered through the whole
 * guard to a request of the same host and address, so the next one like it needs none of it.
 */
export function pageCache(options: PageCacheOptions): PageCache {
  const { deps, isSignedIn } = options;
  const version = watchVersion(() => readPublicVersion(deps.db));
  const kept = new Map<string, KeptPage | FreshPage>();
  let keptVersion = "";
  let keptBytes = 0;

  function keep(key: string, seen: string, page: FreshPage): void {
    if (seen !== keptVersion || kept.has(key)) return;
    kept.set(key, page);
    keptBytes += sizeOf(page);
    for (const [oldest, old] of kept) {
      if (keptBytes <= MOST_BYTES) break;
      kept.delete(oldest);
      keptBytes -= sizeOf(old);
    }
  }

  /** Notes the version of this moment, and drops what was kept under another. */
  function see(seen: string): void {
    if (seen === keptVersion) return;
    kept.clear();
    keptBytes = 0;
    keptVersion = seen;
  }

  /** False when nothing is kept for the request. */
  function answer(req: IncomingMessage, res: ServerResponse, key: string): boolean {
    const found = kept.get(key);
    if (!found) return false;
    const page = "made" in found ? keptPage(found) : found;
    keptBytes += sizeOf(page) - sizeOf(found);
    // The last asked for is dropped last.
    kept.delete(key);
    kept.set(key, page);
    send(req, res, page, options);
    return true;
  }

  return {
    misses(req, res, next) {
      res.locals.keepPage = null;
      if (!isKeepable(req) || isSignedIn(req.headers.cookie)) {
        next();
        return;
      }
      const known = version.known();
      Promise.resolve(known ?? version.read()).then(
        (seen) => {
          see(seen);
          res.locals.keepPage = (html: string) => keep(keyOf(req), seen, freshPage(html, res));
          next();
        },
        (error) => {
          // The page itself will say what is the matter, if it needs the database.
          deps.log.warn({ err: error }, "the version of the public pages could not be read");
          next();
        },
      );
    },
    before(listener) {
      return (req, res) => {
        const key = keyOf(req);
        if (!kept.has(key) || !isKeepable(req) || isSignedIn(req.headers.cookie)) {
          listener(req, res);
          return;
        }
        const known = version.known();
        if (known !== null) {
          see(known);
          if (!answer(req, res, key)) listener(req, res);
          return;
        }
        version.read().then(
          (seen) => {
            see(seen);
            if (!answer(req, res, key)) listener(req, res);
          },
          () => listener(req, res),
        );
      };
    },
  };
}

const freshPage = (html: string, res: Response): FreshPage => ({
  // Half of what the text takes: its dashes make every letter of it two bytes.
  made: Buffer.from(html),
  headers: res.getHeaders(),
  nonce: res.locals.nonce,
});

const sizeOf = (page: KeptPage | FreshPage): number =>
  ("made" in page ? page.made : page.bytes).byteLength;

const isKeepable = ({ method, url = "", headers }: IncomingMessage): boolean =>
  (method === "GET" || method === "HEAD") &&
  headers["content-length"] === undefined &&
  headers["transfer-encoding"] === undefined &&
  !NO_PAGE.test(url) &&
  !MOVES_WITH_TIME.test(url);

const keyOf = ({ headers, url = "" }: IncomingMessage): string =>
  `${readAppearance(headers.cookie)} ${headers.host ?? ""} ${url}`;

const pathOf = (url: string): string => url.split("?", 1)[0] ?? "";

function send(
  req: IncomingMessage,
  res: ServerResponse,
  page: KeptPage,
  { addressOf, watch, isDraining, countView }: PageCacheOptions,
): void {
  const { method = "", url = "", headers } = req;
  const ip = addressOf(req);
  const requestId = watch(req, res, { path: pathOf(url), ip });
  const ownHeaders = ["X-Request-Id", requestId, ...(isDraining() ? ["Connection", "close"] : [])];
  const isKnown = headers["if-none-match"] === page.etag;
  const status = isKnown ? 304 : 200;
  countView({ method, url, headers, ip, status, viewer: null });
  if (isKnown) {
    res.writeHead(status, [...pageHeaders(page, null, null), ...ownHeaders]).end();
    return;
  }
  const encoding = chooseEncoding(page, headers["accept-encoding"]);
  const finish = (bytes: Buffer) => {
    res.writeHead(status, [...pageHeaders(page, encoding, bytes), ...ownHeaders]);
    res.end(method === "HEAD" ? undefined : bytes);
  };
  const bytes = encodeBody(page, encoding, BROTLI_QUALITY);
  if (Buffer.isBuffer(bytes)) finish(bytes);
  else bytes.then(finish, () => finish(page.bytes));
}
