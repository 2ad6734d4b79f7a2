import { formatPay } from "#app/domain/pay.ts";
import { EXPERIENCE_LEVELS, labelOf, SPECIALTIES } from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { renderMarkdown } from "#app/web/markdown.server.ts";
import { cdata, paged, streamed } from "#app/web/xml.ts";
import { claimFeed, countOpenJobs, type FeedJob, listFeedJobs } from "#db/queries/feeds.ts";

const PAGE = 200;

const JOB_TYPES: Record<string, string> = {
  "full-time": "fulltime",
  "part-time": "parttime",
  prn: "parttime",
  "contract-w2": "contract",
  "contract-1099": "contract",
  "temp-to-hire": "temporary",
  temporary: "temporary",
  internship: "internship",
};
const REMOTE: Record<string, string> = {
  remote: "Fully remote",
  hybrid: "Hybrid remote",
  "remote-after-training": "Temporarily onsite",
};

/**
 * Every open job as Indeed and its like take it, written as it is read. Null when a third of the jobs served within the
 * last day are gone: those who take the feed would unpublish them all, and a fault of ours is likelier.
 */
export async function indeedFeed({
  db,
  origin,
  clock,
  log,
}: Pick<Deps, "db" | "origin" | "clock" | "log">): Promise<ReadableStream<Uint8Array> | null> {
  const jobs = await countOpenJobs(db);
  if (!(await claimFeed(db, "indeed", jobs))) {
    log.error({ jobs }, "the Indeed feed has lost a third of its jobs and is not served");
    return null;
  }
  async function* pieces() {
    yield `<?xml version="1.0" encoding="utf-8"?>\n<source>\n${cdata("publisher", "CareerCenter")}${cdata("publisherurl", origin)}${cdata("lastBuildDate", clock().toUTCString())}`;
    for await (const page of paged((after) => listFeedJobs(db, { after, limit: PAGE }), PAGE)) {
      yield page.map((job) => jobElement(job, origin)).join("");
    }
    yield "</source>\n";
  }
  return streamed(pieces());
}

const jobElement = (job: FeedJob, origin: string): string =>
  `<job>\n${[
    cdata("title", job.title),
    cdata("date", job.firstPublishedAt.toISOString()),
    cdata("referencenumber", job.id),
    cdata("requisitionid", job.reference ?? job.id),
    cdata("url", `${origin}/jobs/${job.slug}?from=indeed`),
    cdata("company", job.employerName),
    cdata("sourcename", job.employerName),
    cdata("city", job.city),
    cdata("state", job.state),
    cdata("country", "US"),
    cdata("postalcode", job.zip),
    cdata("description", renderMarkdown(job.description)),
    cdata(
      "salary",
      formatPay({
        type: job.payType,
        min: job.payMin,
        max: job.payMax,
      }),
    ),
    cdata("experience", job.experienceLevel && labelOf(EXPERIENCE_LEVELS, job.experienceLevel)),
    cdata("category", labelOf(SPECIALTIES, job.specialty)),
    cdata("jobtype", JOB_TYPES[job.employmentType] ?? null),
    cdata("remotetype", REMOTE[job.workMode] ?? null),
    cdata("expirationdate", job.expiresAt.toISOString()),
    cdata("lastactivitydate", job.updatedAt.toISOString()),
  ].join("")}</job>\n`;
