import { createHash } from "node:crypto";

export interface JsonAnswer {
  request: Request;
  body: unknown;
  /** What tells one answer from another, when the body also holds what changes each time; default the body. */
  identity?: unknown;
  maxAgeSeconds: number;
  headers?: Record<string, string>;
}

/** A public JSON answer with an ETag; 304 without a body when the client already holds it. */
export function jsonAnswer({
  request,
  body,
  identity = body,
  maxAgeSeconds,
  headers = {},
}: JsonAnswer): Response {
  const hash = createHash("sha256").update(JSON.stringify(identity)).digest("base64url");
  const etag = `W/"${hash.slice(0, 27)}"`;
  const all = {
    "Cache-Control": `public, max-age=${maxAgeSeconds}`,
    "Access-Control-Allow-Origin": "*",
    ETag: etag,
    ...headers,
  };
  const known = (request.headers.get("If-None-Match") ?? "").split(/\s*,\s*/);
  if (known.includes(etag)) return new Response(null, { status: 304, headers: all });
  return new Response(JSON.stringify(body), {
    headers: { ...all, "Content-Type": "application/json; charset=utf-8" },
  });
}
