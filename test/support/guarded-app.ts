import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { isSignedIn, resolveViewer } from "#app/auth/sessions.server.ts";
import { type AppOptions, createApp } from "#app/server/app.ts";
import { countViews } from "#app/server/count-views.ts";
import { listen } from "#app/server/listen.ts";
import { setUpDeps, type TestWorld } from "#test/support/deps.ts";

export interface GuardedApp {
  world: TestWorld;
  port: number;
}

/** The whole Express app over a Remix build of one's own, on a free port, for the enclosing file or `describe`. */
export function setUpApp(build: AppOptions["build"], change: Partial<AppOptions> = {}): GuardedApp {
  const world = setUpDeps();
  const app: GuardedApp = { world, port: 0 };
  let server: Server | undefined;
  beforeAll(async () => {
    const { deps } = world;
    const listener = createApp({
      deps,
      build,
      browserFiles: (_req, _res, next) => next(),
      sections: new Set(),
      trustedProxy: null,
      dev: false,
      isDraining: () => false,
      resolveViewer: (cookieHeader) => resolveViewer(deps, cookieHeader),
      isSignedIn: (cookieHeader) => isSignedIn(deps, cookieHeader),
      views: countViews(deps),
      ...change,
    });
    server = await listen(listener, { host: "127.0.0.1", port: 0 });
    app.port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return app;
}
