import { createHash } from "node:crypto";
import type { EntryContext } from "@remix-run/node";

/** A route whose page anyone sees alike says so: `export const handle: SameForEveryone = { sameForEveryone: true }`. */
export interface SameForEveryone {
  sameForEveryone: true;
}

/** What differs between two answers with the same page. */
export interface Answer {
  nonce: string;
  requestId: string;
}

const MOST_BYTES = 32 * 1024 * 1024;

/** Pages in pieces: between the outer ones belongs the nonce, between the inner ones the request's id. */
const kept = new Map<string, { pieces: string[][]; bytes: number }>();
let keptBytes = 0;

/**
 * What a page is made of, as a key: its address, the day (dates are told in words) and all its loaders returned just
 * now. Rendering is most of a page's cost and depends on nothing else, so equal keys have equal pages; the database is
 * asked every time, and a job that closed changes the key. Null for a page not to be kept: of a signed-in person, an
 * error, an answer to a form, or of a route that does not say it is the same for everyone.
 */
export function renderedKey(
  request: Request,
  { staticHandlerContext: { matches, loaderData, actionData, errors }, routeModules }: EntryContext,
): string | null {
  const route = matches.at(-1)?.route.id ?? "";
  const { handle } = routeModules[route] ?? {};
  const isShared = typeof handle === "object" && handle !== null && "sameForEveryone" in handle;
  const { root, ...own } = loaderData;
  if (!isShared || actionData || errors || !root || root.viewer || request.method !== "GET") {
    return null;
  }
  const { requestId: _, ...shell } = root;
  const day = new Date().toISOString().slice(0, 10);
  return createHash("sha256")
    .update(JSON.stringify([request.url, day, shell, own]))
    .digest("base64");
}

/** The page of a key with this answer's own marks; null when it is not kept. */
export function keptPage(key: string, { nonce, requestId }: Answer): string | null {
  const page = kept.get(key);
  if (!page) return null;
  kept.delete(key);
  kept.set(key, page);
  return page.pieces.map((inner) => inner.join(requestId)).join(nonce);
}

/** Keeps a page, and drops those not asked for the longest once all are over 32 MB. */
export function keepPage(key: string, html: string, { nonce, requestId }: Answer): void {
  if (kept.has(key)) return;
  kept.set(key, {
    pieces: html.split(nonce).map((outer) => outer.split(requestId)),
    bytes: html.length,
  });
  keptBytes += html.length;
  for (const [oldest, { bytes }] of kept) {
    if (keptBytes <= MOST_BYTES) break;
    kept.delete(oldest);
    keptBytes -= bytes;
  }
}
