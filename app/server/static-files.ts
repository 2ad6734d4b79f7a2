import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";
import { chooseEncoding, type EncodedBody, encodable, encodeBody } from "./encoded-body.ts";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
};
const COMPRESSED = /^(text\/|application\/(json|manifest)|image\/svg)/;
const BROTLI_QUALITY = 9;

interface StaticFile extends EncodedBody {
  type: string;
  cacheControl: string;
  etag: string;
}

/**
 * Serves the built browser files (a few MB) from memory, each compressed once. Files under /assets carry
 * their hash in their name and never change.
 */
export function staticFiles(directory: string): RequestHandler {
  const files = readFiles(directory);
  return (req, res, next) => {
    const file = req.method === "POST" ? undefined : files.get(req.path);
    if (!file) {
      next();
      return;
    }
    res.setHeader("Cache-Control", file.cacheControl);
    res.setHeader("ETag", file.etag);
    res.setHeader("Content-Type", file.type);
    res.setHeader("Vary", "Accept-Encoding");
    if (req.headers["if-none-match"] === file.etag) {
      res.status(304).end();
      return;
    }
    const encoding = COMPRESSED.test(file.type)
      ? chooseEncoding(file, req.headers["accept-encoding"])
      : null;
    Promise.resolve(encodeBody(file, encoding, BROTLI_QUALITY))
      .then((bytes) => {
        if (encoding) res.setHeader("Content-Encoding", encoding);
        res.setHeader("Content-Length", bytes.byteLength);
        res.end(req.method === "HEAD" ? undefined : bytes);
      })
      .catch(next);
  };
}

function readFiles(directory: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const absolute = path.join(entry.parentPath, entry.name);
    const url = `/${path.relative(directory, absolute).split(path.sep).join("/")}`;
    const bytes = readFileSync(absolute);
    files.set(url, {
      type: TYPES[path.extname(entry.name)] ?? "application/octet-stream",
      cacheControl: url.startsWith("/assets/")
        ? "public, max-age=31536000, immutable"
        : "public, max-age=3600",
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
      ...encodable(bytes),
    });
  }
  return files;
}
