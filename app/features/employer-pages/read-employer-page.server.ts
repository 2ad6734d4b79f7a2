import { PAGE_SIZE } from "#app/domain/job-search.ts";
import { replyRecordSentence } from "#app/domain/reply-clock.ts";
import { EMPLOYER_KINDS, labelOf } from "#app/domain/vocabulary.ts";
import { type RowJob, rowJob } from "#app/features/job-search/row-job.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { renderMarkdown } from "#app/web/markdown.server.ts";
import { findPublicEmployer } from "#db/queries/employer-pages.ts";
import { listOpenJobsOfEmployer } from "#db/queries/job-listings.ts";
import { findReplyRecord } from "#db/queries/reply-records.ts";

export interface EmployerPage {
  slug: string;
  name: string;
  kind: string;
  website: string | null;
  place: string | null;
  verified: boolean;
  hasLogo: boolean;
  aboutHtml: string;
  /** How it answers applications, as a sentence. */
  replies: string;
  jobs: RowJob[];
  total: number;
  page: number;
  pageCount: number;
}

/** An employer as anyone may see it, with one page of its open jobs; null when there is no such employer. */
export async function readEmployerPage(
  deps: Deps,
  { slug, page }: { slug: string; page: number },
): Promise<EmployerPage | null> {
  const employer = await findPublicEmployer(deps.db, slug);
  if (!employer) return null;
  const [{ hits, total }, record] = await Promise.all([
    listOpenJobsOfEmployer(deps.db, { employerId: employer.id, page, pageSize: PAGE_SIZE }),
    findReplyRecord(deps.db, employer.id),
  ]);
  return {
    slug: employer.slug,
    name: employer.name,
    kind: labelOf(EMPLOYER_KINDS, employer.kind),
    website: employer.website,
    place: [employer.city, employer.state].filter(Boolean).join(", ") || null,
    verified: employer.verifiedAt !== null,
    hasLogo: employer.logoFileId !== null,
    aboutHtml: employer.about ? renderMarkdown(employer.about) : "",
    replies: replyRecordSentence(record),
    jobs: hits.map((hit) => rowJob(hit)),
    total,
    page,
    pageCount: Math.ceil(total / PAGE_SIZE),
  };
}
