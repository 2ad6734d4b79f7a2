import type { ServerBuild } from "@remix-run/node";

/** How many of an address's segments decide which routes are left. */
const DEPTH = 2;
// With anything else in it (escapes, doubled slashes) an address is left to the whole build.
const PLAIN = /^(?:\/[\w.~-]+)*\/?$/;
const DATA = /\.data$/;
/** Where a browser asks which routes any other address has. */
const MANIFEST = "/__manifest";

/**
 * For an address, the build with only those routes that could match it or a beginning of it. Remix compares every
 * route it has with an address, five times a page: with 130 of them that was two fifths of what an empty page costs.
 * The same few builds are handed out again and again, so what is made of one can be kept.
 */
export function narrowBuild(build: ServerBuild): (pathname: string) => ServerBuild {
  const paths = routePaths(build);
  const known = paths.map(({ segments }) => segments.slice(0, DEPTH));
  const words = Array.from({ length: DEPTH }, (_, at) => new Set(known.map((own) => own[at])));
  const narrowed = new Map<string, ServerBuild>();
  return (pathname) => {
    if (pathname === MANIFEST || !PLAIN.test(pathname)) return build;
    const asked = segmentsOf(pathname.replace(DATA, ""));
    const beginning = asked.slice(0, DEPTH).map((one, at) => (words[at]?.has(one) ? one : ""));
    const isWhole = asked.length <= DEPTH;
    const key = `${beginning.join("/")}${isWhole ? "" : "/…"}`;
    const found = narrowed.get(key);
    if (found) return found;
    const ids = paths
      .filter(({ segments }) => couldMatch(segments, { beginning, isWhole }))
      .flatMap(({ lineage }) => lineage);
    const made = withRoutes(build, new Set(ids));
    narrowed.set(key, made);
    return made;
  };
}

interface RoutePath {
  segments: string[];
  /** Its id and those of the routes it lies in. */
  lineage: string[];
}

function routePaths({ routes }: ServerBuild): RoutePath[] {
  return Object.keys(routes).map((id) => {
    const lineage: string[] = [];
    let segments: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) {
      lineage.push(at);
      segments = [...segmentsOf(routes[at]?.path ?? ""), ...segments];
    }
    return { segments, lineage };
  });
}

/** Lower case: Remix does not tell cases apart. */
const segmentsOf = (path: string): string[] => path.toLowerCase().split("/").filter(Boolean);

/** Whether a route's path could be the asked one or a beginning of it. An empty segment stands for any other word. */
function couldMatch(
  segments: readonly string[],
  { beginning, isWhole }: { beginning: readonly string[]; isWhole: boolean },
): boolean {
  for (const [at, segment] of segments.entries()) {
    if (segment === "*" || segment.endsWith("?")) return true;
    const word = beginning[at];
    if (word === undefined) return !isWhole;
    if (!segment.startsWith(":") && segment !== word) return false;
  }
  return true;
}

const withRoutes = (build: ServerBuild, ids: ReadonlySet<string>): ServerBuild => ({
  ...build,
  routes: only(build.routes, ids),
  assets: { ...build.assets, routes: only(build.assets.routes, ids) },
});

const only = <Value>(all: Record<string, Value>, ids: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
