import path from "node:path";
import { pathToFileURL } from "node:url";

export interface RouteEnds {
  id: string;
  /** "/jobs/:slug/apply"; "" for pathless layouts. */
  path: string;
  loader: boolean;
  action: boolean;
  /** It draws something: it is not only for machines. */
  page: boolean;
}

interface BuiltRoute {
  id: string;
  parentId?: string;
  path?: string;
  module: { loader?: unknown; action?: unknown; default?: unknown };
}

/** Every route of the built server with what it answers: the matrix is generated from this, never from a list. */
export async function routeManifest(): Promise<RouteEnds[]> {
  const file = path.resolve(import.meta.dirname, "../../../build/server/index.js");
  const build: { routes: Record<string, BuiltRoute> } = await import(pathToFileURL(file).href);
  const fullPath = (route: BuiltRoute): string => {
    const parent = route.parentId ? build.routes[route.parentId] : undefined;
    const above = parent ? fullPath(parent) : "";
    return route.path ? `${above}/${route.path}` : above;
  };
  return Object.values(build.routes)
    .map((route) => ({
      id: route.id,
      path: fullPath(route) || "/",
      loader: typeof route.module.loader === "function",
      action: typeof route.module.action === "function",
      page: typeof route.module.default === "function",
    }))
    .filter(({ loader, action }) => loader || action);
}

/** A route's path with its dynamic parts filled in. */
export const fillPath = (path: string, params: Record<string, string> = {}): string =>
  path.replace(/:(\w+)|\*/g, (_, name: string) => params[name ?? "*"] ?? params["*"] ?? "");
