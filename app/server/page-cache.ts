import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { Deps } from "#app/platform/deps.server.ts";
import { readAppearance } from "#app/web/appearance.server.ts";
import { inTurns } from "#app/web/in-turns.ts";
import { readPublicVersion } from "#db/queries/public-version.ts";
import { chooseEncoding, type EncodedBody, encodable, encodeBody } from "./encoded-body.ts";

const MOST_BYTES = 64 * 1024 * 1024;
const BROTLI_QUALITY = 5;
// What "posted in the last days" lists moves on with the clock alone.
const MOVES_WITH_TIME = /[?&]postedWithin=/;
const SCRIPT = /<script([^>]*)>([\s\S]*?)<\/script>/g;

interface KeptPage extends EncodedBody {
  etag: string;
  /** The Content-Security-Policy of this page: its own inline scripts by their hashes. */
  policy: string;
}

/** Hands a whole page that is the same for everyone to the cache. */
export type KeepPage = (html: string) => void;

/**
 * Serves pages that are the same for everyone without a session from memory, exactly as long as they are true: a page
 * is kept under the version of everything public (`readPublicVersion`), which is read for every request, so a page
 * that a committed change has made stale is never sent. Pages become known through `res.locals.keepPage`, which is
 * null for requests whose page must not be kept.
 */
export function pageCache(
  { db, log }: Pick<Deps, "db" | "log">,
  isSignedIn: (cookieHeader: string | undefined) => boolean,
): RequestHandler {
  const version = inTurns(() => readPublicVersion(db));
  const kept = new Map<string, KeptPage>();
  let keptVersion = "";
  let keptBytes = 0;

  function keep(key: string, seen: string, html: string, policy: string, nonce: string): void {
    if (seen !== keptVersion || kept.has(key)) return;
    const bytes = Buffer.from(html.replaceAll(` nonce="${nonce}"`, ""));
    kept.set(key, {
      ...encodable(bytes),
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
      policy: policy.replace(`'nonce-${nonce}'`, scriptHashes(html)),
    });
    keptBytes += bytes.byteLength;
    for (const [oldest, { bytes }] of kept) {
      if (keptBytes <= MOST_BYTES) break;
      kept.delete(oldest);
      keptBytes -= bytes.byteLength;
    }
  }

  function forget(seen: string): void {
    kept.clear();
    keptBytes = 0;
    keptVersion = seen;
  }

  return (req, res, next) => {
    res.locals.keepPage = null;
    if (!isKeepable(req) || isSignedIn(req.headers.cookie)) {
      next();
      return;
    }
    version().then(
      (seen) => {
        if (seen !== keptVersion) forget(seen);
        const key = keyOf(req);
        const page = kept.get(key);
        if (page) {
          kept.delete(key);
          kept.set(key, page);
          send(req, res, page).catch(next);
          return;
        }
        res.locals.keepPage = ((html) => {
          const policy = String(res.getHeader("Content-Security-Policy") ?? "");
          keep(key, seen, html, policy, res.locals.nonce);
        }) satisfies KeepPage;
        next();
      },
      (error) => {
        // The page itself will say what is the matter, if it needs the database.
        log.warn({ err: error }, "the version of the public pages could not be read");
        next();
      },
    );
  };
}

const isKeepable = (req: Request): boolean =>
  (req.method === "GET" || req.method === "HEAD") &&
  !req.path.endsWith(".data") &&
  !MOVES_WITH_TIME.test(req.url);

const keyOf = (req: Request): string =>
  `${readAppearance(req.headers.cookie)} ${req.headers.host ?? ""} ${req.originalUrl}`;

/** The source expressions of a page's inline scripts: a nonce would have to be new in every answer. */
function scriptHashes(html: string): string {
  const hashes = new Set<string>();
  for (const [, attributes = "", body = ""] of html.matchAll(SCRIPT)) {
    if (/\s(src=|type="application\/ld\+json")/.test(attributes)) continue;
    hashes.add(`'sha256-${createHash("sha256").update(body).digest("base64")}'`);
  }
  return [...hashes].join(" ");
}

async function send(req: Request, res: Response, page: KeptPage): Promise<void> {
  res.setHeader("Content-Security-Policy", page.policy);
  res.setHeader("Cache-Control", "private, no-cache");
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  res.setHeader("ETag", page.etag);
  res.setHeader("Vary", "Cookie, Accept-Encoding");
  if (req.headers["if-none-match"] === page.etag) {
    res.status(304).end();
    return;
  }
  const encoding = chooseEncoding(page, req.headers["accept-encoding"]);
  const bytes = await encodeBody(page, encoding, BROTLI_QUALITY);
  if (encoding) res.setHeader("Content-Encoding", encoding);
  res.setHeader("Content-Length", bytes.byteLength);
  res.end(req.method === "HEAD" ? undefined : bytes);
}
