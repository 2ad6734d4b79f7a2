import { createHash } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import { type EncodedBody, type Encoding, encodable } from "./encoded-body.ts";

const SCRIPT = /<script([^>]*)>([\s\S]*?)<\/script>/g;
// Of one answer alone, or said anew with each.
const PASSING =
  /^(?:x-request-id|set-cookie|connection|content-(?:type|length|encoding|security-policy)|cache-control|etag|vary)$/i;

/** A page as it was made, for one answer. Most are never asked for again, so no more is done with it until then. */
export interface FreshPage {
  made: Buffer;
  /** Those the guard gave its answer. */
  headers: OutgoingHttpHeaders;
  nonce: string;
}

/** A page that is the same for everyone, ready to be sent. */
export interface KeptPage extends EncodedBody {
  etag: string;
  /** Names and values in turn, as `writeHead` takes them: all but what depends on who asks. */
  headers: readonly string[];
  /** By encoding; with what else it takes to send that. */
  encodedHeaders: Map<Encoding | null, readonly string[]>;
}

/**
 * A page as it is kept: without the nonce of the answer it was made for, its own inline scripts being named by their
 * hashes instead.
 */
export function keptPage({ made, headers, nonce }: FreshPage): KeptPage {
  const html = made.toString();
  const bytes = Buffer.from(html.replaceAll(` nonce="${nonce}"`, ""));
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const policy = String(headers["content-security-policy"] ?? "");
  return {
    ...encodable(bytes),
    etag,
    headers: [
      ...Object.entries(headers).flatMap(([name, value]) =>
        PASSING.test(name) || value === undefined ? [] : [name, String(value)],
      ),
      ...["Content-Security-Policy", policy.replace(`'nonce-${nonce}'`, scriptHashes(html))],
      ...["Cache-Control", "private, no-cache"],
      ...["Content-Type", "text/html; charset=utf-8"],
      ...["ETag", etag],
      ...["Vary", "Cookie, Accept-Encoding"],
    ],
    encodedHeaders: new Map(),
  };
}

/** The headers of a page whose body is sent as these bytes; null without a body. */
export function pageHeaders(
  { headers, encodedHeaders }: KeptPage,
  encoding: Encoding | null,
  bytes: Buffer | null,
): readonly string[] {
  if (!bytes) return headers;
  const known = encodedHeaders.get(encoding);
  if (known) return known;
  const made = [
    ...headers,
    ...(encoding ? ["Content-Encoding", encoding] : []),
    ...["Content-Length", String(bytes.byteLength)],
  ];
  encodedHeaders.set(encoding, made);
  return made;
}

/** The source expressions of a page's inline scripts: a nonce would have to be new in every answer. */
function scriptHashes(html: string): string {
  const hashes = new Set<string>();
  for (const [, attributes = "", body = ""] of html.matchAll(SCRIPT)) {
    if (/\s(src=|type="application\/ld\+json")/.test(attributes)) continue;
    hashes.add(`'sha256-${createHash("sha256").update(body).digest("base64")}'`);
  }
  return [...hashes].join(" ");
}
