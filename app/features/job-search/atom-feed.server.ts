import { describePlace } from "#app/domain/job-place.ts";
import type { JobHit, JobSearch } from "#app/domain/job-search.ts";
import { jobSearchParams } from "#app/domain/parse-job-search.ts";
import { formatPay, type PayType } from "#app/domain/pay.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { escaped } from "#app/web/xml.ts";
import { findJobs } from "./find-jobs.server.ts";

/** The newest jobs a search lists, as an Atom feed; the parameters are those of /jobs. */
export async function atomFeed(deps: Deps, search: JobSearch): Promise<string> {
  const newest = { ...search, sort: "newest", page: 1 } as const;
  const { hits } = await findJobs(deps, newest);
  const { origin } = deps;
  const query = jobSearchParams(search).toString();
  const address = (path: string) => escaped(`${origin}${path}${query && `?${query}`}`);
  const updated = hits[0] ? postedAt(hits[0]) : "1970-01-01T00:00:00.000Z";
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${address("/feeds/jobs.atom")}</id>
<title>${escaped(search.q ? `Medical coding jobs: ${search.q}` : "Medical coding jobs")}</title>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${address("/feeds/jobs.atom")}"/>
<link rel="alternate" type="text/html" href="${address("/jobs")}"/>
<author><name>CareerCenter</name></author>
${hits.map((hit) => entry(hit, origin)).join("")}</feed>
`;
}

const postedAt = (hit: JobHit): string => hit.repostedAt ?? hit.firstPublishedAt;

function entry(hit: JobHit, origin: string): string {
  const url = escaped(`${origin}/jobs/${hit.slug}`);
  const pay = formatPay({ ...hit.pay, type: hit.pay.type as PayType });
  const families = hit.families.map(({ range, label }) => `${range} ${label}`).join("; ");
  const summary = [hit.employer.name, pay, describePlace(hit), families].filter(Boolean).join(". ");
  return `<entry>
<id>urn:uuid:${hit.id}</id>
<title>${escaped(hit.title)}</title>
<link rel="alternate" type="text/html" href="${url}"/>
<published>${hit.firstPublishedAt}</published>
<updated>${postedAt(hit)}</updated>
<author><name>${escaped(hit.employer.name)}</name></author>
<summary>${escaped(summary)}</summary>
</entry>
`;
}
