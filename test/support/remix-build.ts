import type { EntryContext, ServerBuild } from "@remix-run/node";

type RouteModule = ServerBuild["routes"][string] extends infer Route
  ? Route extends { module: infer Module }
    ? Module
    : never
  : never;

/** A Remix app of routes written in place: path → module. Documents render as their route data in JSON. */
export function remixBuild(modules: Record<string, Partial<RouteModule>>): ServerBuild {
  const ids = Object.keys(modules);
  const route = (id: string) => ({
    id,
    parentId: id === "root" ? undefined : "root",
    path: id === "root" ? "" : id,
    module: { default: () => null, ...modules[id] } as RouteModule,
  });
  const manifest = (id: string) => ({
    id,
    parentId: id === "root" ? undefined : "root",
    path: id === "root" ? "" : id,
    module: "/assets/x.js",
    hasAction: Boolean(modules[id]?.action),
    hasLoader: Boolean(modules[id]?.loader),
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: true,
  });
  return {
    entry: { module: { default: renderJson, handleError: () => {} } },
    routes: Object.fromEntries(["root", ...ids].map((id) => [id, route(id)])),
    assets: {
      version: "1",
      url: "/assets/manifest.js",
      entry: { module: "/assets/entry.js", imports: [] },
      routes: Object.fromEntries(["root", ...ids].map((id) => [id, manifest(id)])),
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    basename: "/",
    isSpaMode: false,
    mode: "production",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_routeConfig: false,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
      unstable_optimizeDeps: false,
    },
  } as ServerBuild;
}

function renderJson(
  _request: Request,
  status: number,
  headers: Headers,
  { staticHandlerContext }: EntryContext,
): Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(JSON.stringify(staticHandlerContext.loaderData), { status, headers });
}
