import type { IncomingMessage, RequestListener } from "node:http";
import { constants } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type RequestHandler } from "express";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { ViewCounter } from "./count-views.ts";
import { errorHandler } from "./error-handler.ts";
import { allowContentTypes, limitBodies } from "./guard/body.ts";
import { clientAddress, dropForwardedHeaders, trustOf } from "./guard/forwarded-headers.ts";
import { allowHosts, siteOrigins } from "./guard/hosts.ts";
import { allowMethods } from "./guard/methods.ts";
import { requireSameOrigin } from "./guard/same-origin.ts";
import { securityHeaders } from "./guard/security-headers.ts";
import { shedLoad } from "./guard/shed-load.ts";
import { allowUrlShapes, refuseLegacyDataRequests } from "./guard/url-shape.ts";
import { health } from "./health.ts";
import { pageCache } from "./page-cache.ts";
import { remixHandler } from "./remix-handler.ts";
import { requestLog, watchAnswers } from "./request-log.ts";
import { searchesInTurn } from "./search-turns.ts";

// For answers made once: at half the cost of the defaults (0.7 of 1.5 ms for a page of results) a twentieth larger. The
// window of 256 kB holds any page; that of 4 MB took a third of the time to lay out.
const BROTLI = {
  [constants.BROTLI_PARAM_QUALITY]: 3,
  [constants.BROTLI_PARAM_LGWIN]: 18,
};

export interface AppOptions {
  deps: Deps;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the browser's files: the built ones, or Vite in development. */
  browserFiles: RequestHandler;
  /** First path segments worth a metric of their own, e.g. "/jobs". */
  sections: ReadonlySet<string>;
  trustedProxy: string | null;
  dev: boolean;
  isDraining: () => boolean;
  resolveViewer: (cookieHeader: string | undefined) => Promise<Viewer | null>;
  isSignedIn: (cookieHeader: string | undefined) => boolean;
  /** Counts the looks at job pages. */
  views: Pick<ViewCounter, "handler" | "count">;
}

/**
 * The web process: pages kept in memory, and behind them one Express app. The order of the guard is the point of this
 * file.
 */
export function createApp(options: AppOptions): RequestListener {
  const { deps, dev, isDraining, isSignedIn, views } = options;
  const isTrusted = trustOf(options.trustedProxy);
  const origins = siteOrigins(deps.origin, deps.embedded || dev);
  const watch = watchAnswers(deps, options.sections);
  const addressOf = (req: IncomingMessage) => clientAddress(req, isTrusted);
  const countView = views.count;
  const pages = pageCache({ deps, isSignedIn, isDraining, addressOf, watch, countView });
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", false);
  app.set("trust proxy", isTrusted);

  app.use(dropForwardedHeaders(isTrusted));
  app.use(requestLog(watch));
  app.use(closeWhenDraining(isDraining));
  app.use(allowMethods);
  // Before the host list: orchestrators probe by address.
  app.use(health(deps, isDraining));
  app.use(allowHosts(origins, deps.origin));
  app.use(allowUrlShapes);
  app.use(refuseLegacyDataRequests);
  app.use(requireSameOrigin(origins));
  app.use(allowContentTypes);
  app.use(limitBodies);
  app.use(securityHeaders({ https: deps.origin.startsWith("https:"), dev }));
  app.use(options.browserFiles);
  app.use(shedLoad(isSignedIn));
  app.use(views.handler);
  if (!dev) app.use(pages.misses);
  app.use(searchesInTurn());
  app.use(compression({ threshold: 1_024, brotli: { params: BROTLI } }));
  app.use(
    remixHandler({
      deps,
      build: options.build,
      mode: dev ? "development" : "production",
      resolveViewer: options.resolveViewer,
      isSignedIn,
    }),
  );
  app.use(errorHandler(deps.log));
  return dev ? app : pages.before(app);
}

const closeWhenDraining =
  (isDraining: () => boolean): RequestHandler =>
  (_req, res, next) => {
    if (isDraining()) res.setHeader("Connection", "close");
    next();
  };
