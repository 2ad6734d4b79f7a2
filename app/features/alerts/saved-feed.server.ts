import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findByFeedToken } from "#db/queries/saved-searches.ts";

/** The newest open jobs of a saved search as Atom; null when the token opens nothing (any more). */
export async function readSavedFeed(deps: Deps, token: string): Promise<string | null> {
  const saved = await findByFeedToken(deps.db, token);
  if (!saved) return null;
  const search = parseJobSearch(new URLSearchParams(saved.params));
  const { hits } = await findJobs(deps, { ...search, sort: "newest", page: 1 });
  const updated = hits[0]?.firstPublishedAt ?? deps.clock().toISOString();
  const entries = hits.map(
    ({ id, slug, title, employer, firstPublishedAt }) => `<entry>
<id>urn:uuid:${id}</id>
<title>${escaped(title)}</title>
<link rel="alternate" href="${deps.origin}/jobs/${slug}"/>
<published>${firstPublishedAt}</published>
<updated>${firstPublishedAt}</updated>
<author><name>${escaped(employer.name)}</name></author>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:uuid:${saved.id}</id>
<title>${escaped(saved.title ?? saved.asks)}</title>
<link rel="self" href="${deps.origin}/feeds/saved/${token}.atom"/>
<updated>${updated}</updated>
${entries.join("\n")}
</feed>
`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
