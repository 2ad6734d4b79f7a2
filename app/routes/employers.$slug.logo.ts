import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { findLogo } from "#db/queries/employers.ts";

/** An employer's logo, as we re-encoded it. The address stays when the picture changes, so caches ask again. */
export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const { db, files } = context.deps;
  const logo = await findLogo(db, params.slug ?? "");
  if (!logo) throw notFound();
  const etag = `"${logo.sha256.slice(0, 32)}"`;
  const headers = {
    ETag: etag,
    "Cache-Control": "public, max-age=300, stale-while-revalidate=86400",
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers.get("If-None-Match") === etag) {
    return new Response(null, { status: 304, headers });
  }
  const body = createReadableStreamFromReadable(await files.open(logo.storageKey));
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": logo.contentType,
      "Content-Length": String(logo.byteSize),
      "Content-Disposition": "inline",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
