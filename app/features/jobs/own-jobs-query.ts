import { JOB_STATUSES, type JobStatus } from "#app/domain/job-lifecycle.ts";

export const OWN_JOBS_PAGE_SIZE = 20;

/** A list of own jobs as its address states it; a wrong value falls back. */
export interface OwnJobsQuery {
  q: string;
  status: JobStatus | null;
  page: number;
}

export function readOwnJobsQuery(query: URLSearchParams): OwnJobsQuery {
  const status = query.get("status");
  const page = Number(query.get("page"));
  const q = (query.get("q") ?? "").toWellFormed().replaceAll("\u0000", "").trim().slice(0, 120);
  return {
    q,
    status: JOB_STATUSES.find((one) => one === status) ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The address of a list; what is at its default is left out. */
export function ownJobsHref({ q, status, page }: OwnJobsQuery): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (status) query.set("status", status);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text ? `/employer/jobs?${text}` : "/employer/jobs";
}
