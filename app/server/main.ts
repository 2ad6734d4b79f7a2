import { isSignedIn, resolveViewer } from "#app/auth/sessions.server.ts";
import { getEnv } from "#app/platform/env.server.ts";
import { wireDeps } from "#app/platform/wire.server.ts";
import { createApp } from "./app.ts";
import { loadBuild, startVite } from "./browser-build.ts";
import { countViews } from "./count-views.ts";
import { drain, listen } from "./listen.ts";
import { metricsEndpoint } from "./metrics-endpoint.ts";

const GRACE_MS = 20_000;
const CLOSE_MS = 8_000;
const LOOK_MS = 1_000;

const env = getEnv();
const wired = wireDeps(env, "web");
const { deps } = wired;
const views = countViews(deps);
let draining = false;

const app = createApp({
  deps,
  ...(env.dev ? await startVite() : await loadBuild()),
  trustedProxy: env.trustedProxy,
  dev: env.dev,
  isDraining: () => draining,
  resolveViewer: (cookieHeader) => resolveViewer(deps, cookieHeader),
  isSignedIn: (cookieHeader) => isSignedIn(deps, cookieHeader),
  views,
});
const { host, port, sharedPort: shared } = env;
const server = await listen(app, { host, port, shared });
const metricsServer = env.metricsPort
  ? await listen(metricsEndpoint(deps.metrics.registry), {
      host: env.metricsHost,
      port: env.metricsPort,
    })
  : null;

// Searches then find little to catch up with. What goes wrong they say themselves.
const looking = setInterval(() => void deps.columns?.look().catch(() => null), LOOK_MS);

async function stop(exitCode: number): Promise<void> {
  if (draining) return;
  draining = true;
  clearInterval(looking);
  deps.log.info("stopping");
  // A database that does not answer must not keep the process.
  setTimeout(() => process.exit(1), GRACE_MS + CLOSE_MS).unref();
  await drain(server, GRACE_MS);
  await views.flush();
  metricsServer?.closeAllConnections();
  metricsServer?.close();
  await wired.close();
  process.exit(exitCode);
}

const stopOrDie = (exitCode: number) => () => {
  stop(exitCode).catch((error) => {
    deps.log.fatal({ err: error }, "could not stop in order");
    process.exit(1);
  });
};

process.on("SIGTERM", stopOrDie(0));
process.on("SIGINT", stopOrDie(0));
// The parent (`npm start`) is gone: nothing may stay behind.
process.on("disconnect", stopOrDie(0));
process.on("uncaughtException", (error) => {
  draining = true;
  deps.log.fatal({ err: error }, "an error nobody caught");
  process.exit(1);
});

deps.log.info({ port, host }, "listening");
process.send?.("ready");
