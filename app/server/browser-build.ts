import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { freePort } from "#db/free-port.ts";
import { staticFiles } from "./static-files.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface BrowserBuild {
  build: ServerBuild | (() => Promise<ServerBuild>);
  browserFiles: RequestHandler;
  /** First path segments of the routes, e.g. "/jobs". */
  sections: ReadonlySet<string>;
}

/** What `npm run build` made. */
export async function loadBuild(): Promise<BrowserBuild> {
  const entry = pathToFileURL(path.join(ROOT, "build/server/index.js")).href;
  const build: ServerBuild = await import(entry);
  return {
    build,
    browserFiles: staticFiles(path.join(ROOT, "build/client")),
    sections: sectionsOf(build),
  };
}

/** Vite compiles and reloads on the fly. */
export async function startVite(): Promise<BrowserBuild> {
  const { createServer } = await import("vite");
  // A port of its own for the reloader, so that two checkouts can run at once.
  const hmr = { port: await freePort() };
  const vite = await createServer({ root: ROOT, server: { middlewareMode: true, hmr } });
  return {
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    browserFiles: vite.middlewares,
    sections: new Set(),
  };
}

const sectionsOf = (build: ServerBuild): ReadonlySet<string> =>
  new Set(Object.values(build.routes).map((route) => `/${route?.path?.split("/")[0] ?? ""}`));
