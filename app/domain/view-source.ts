/** Where somebody came from to a job's page. */
export type ViewSource =
  | "search"
  | "code-families"
  | "employer-page"
  | "own-desk"
  | "mail"
  | "this-site"
  | "web-search"
  | "other-site"
  | "direct";

export const VIEW_SOURCE_LABELS: Record<ViewSource, string> = {
  search: "Search on CareerCenter",
  "code-families": "Code family pages",
  "employer-page": "Your employer page",
  "own-desk": "Saved, recommended or applied",
  mail: "Mails from CareerCenter",
  "this-site": "Other pages of CareerCenter",
  "web-search": "Web search engines",
  "other-site": "Other sites",
  direct: "Direct, or not told",
};

const SECTIONS: readonly (readonly [RegExp, ViewSource])[] = [
  [/^\/jobs\/?$/, "search"],
  [/^\/(?:code-families|specialties)(?:\/|$)/, "code-families"],
  [/^\/employers\//, "employer-page"],
  [/^\/applicant(?:\/|$)/, "own-desk"],
];
const WEB_SEARCH = /(?:^|\.)(?:google|bing|duckduckgo|yahoo|ecosia|baidu|yandex|brave)\./;

/**
 * The source of a visit by its own address (`from=mail`, as our mails' links say) and its Referer header. Browsers that
 * tell nothing count as direct.
 */
export function viewSource(
  { url, referer }: { url: string; referer: string | undefined },
  origin: string,
): ViewSource {
  if (/[?&]from=mail(?:&|$)/.test(url)) return "mail";
  const from = referer && URL.canParse(referer) ? new URL(referer) : null;
  if (!from) return "direct";
  if (from.origin !== origin) return WEB_SEARCH.test(from.hostname) ? "web-search" : "other-site";
  return SECTIONS.find(([pattern]) => pattern.test(from.pathname))?.[1] ?? "this-site";
}

const MACHINES =
  /bot|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|java\/|go-http|headless|lighthouse/i;

/** Programs that read pages and nobody looks at; a request that names no program is one as well. */
export const isMachine = (userAgent: string | undefined): boolean =>
  !userAgent || MACHINES.test(userAgent);
