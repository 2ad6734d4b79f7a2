import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler, Response } from "express";
import onHeaders from "on-headers";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { plainAddress } from "./guard/forwarded-headers.ts";
import type {} from "./load-context.ts";
import { narrowBuild } from "./narrow-build.ts";
import type { KeepPage } from "./page-cache.ts";

export interface RemixOptions {
  deps: Deps;
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: "development" | "production";
  /** Who is asking, by the request's Cookie header. */
  resolveViewer: (cookieHeader: string | undefined) => Promise<Viewer | null>;
  isSignedIn: (cookieHeader: string | undefined) => boolean;
}

/** Remix with its load context; pages of signed-in people are never stored anywhere. */
export function remixHandler(options: RemixOptions): RequestHandler {
  const { deps, build, mode, resolveViewer, isSignedIn } = options;
  const handlers = handlersByPath(build, (part) =>
    createRequestHandler({
      build: part,
      mode,
      getLoadContext(req, res) {
        const { cookie } = req.headers;
        let viewer: Promise<Viewer | null> | undefined;
        let isPassing = false;
        const keep: KeepPage | null = res.locals.keepPage ?? null;
        return {
          deps,
          viewer: () => {
            viewer ??= resolveViewer(cookie).then((found) => {
              res.locals.viewer = found;
              return found;
            });
            return viewer;
          },
          nonce: res.locals.nonce,
          requestId: res.locals.requestId,
          sendPage: (html) => endWith(res, html),
          keepPage: keep
            ? (html) => {
                if (!isPassing) keep(html);
              }
            : null,
          doNotKeepPage: () => {
            isPassing = true;
          },
          ip: plainAddress(req.ip),
          userAgent: (req.get("user-agent") ?? "").slice(0, 400),
        };
      },
    }),
  );
  return (req, res, next) => {
    const caching = isSignedIn(req.headers.cookie) ? "no-store" : "private, no-cache";
    // At the last moment: Remix appends its headers, so one set now would be joined with a page's own.
    onHeaders(res, () => {
      if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", caching);
      // A page keeps no header of what its loader threw.
      if (res.statusCode === 503 && !res.hasHeader("Retry-After"))
        res.setHeader("Retry-After", "5");
    });
    res.vary("Cookie");
    return handlers(req.path)(req, res, next);
  };
}

/** Makes the answer end with `body` when it ends. */
function endWith(res: Response, body: string): void {
  const end = res.end.bind(res);
  res.end = (() => end(body)) as Response["end"];
}

/** A handler for each part of the build that a path is narrowed to; in development the build is another each time. */
function handlersByPath(
  build: RemixOptions["build"],
  handlerOf: (part: RemixOptions["build"]) => RequestHandler,
): (path: string) => RequestHandler {
  const whole = handlerOf(build);
  if (typeof build === "function") return () => whole;
  const narrow = narrowBuild(build);
  const known = new Map<ServerBuild, RequestHandler>([[build, whole]]);
  return (path) => {
    const part = narrow(path);
    const handler = known.get(part) ?? handlerOf(part);
    known.set(part, handler);
    return handler;
  };
}
