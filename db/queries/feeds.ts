import { sql } from "kysely";
import type { PayType } from "#app/domain/pay.ts";
import type { Db } from "#db/client.ts";
import { IS_PUBLISHED, isPublished } from "./job-scopes.ts";

export interface FeedJob {
  id: string;
  slug: string;
  title: string;
  reference: string | null;
  employerName: string;
  city: string | null;
  state: string | null;
  zip: string | null;
  workMode: string;
  employmentType: string;
  specialty: string;
  experienceLevel: string | null;
  payType: PayType;
  payMin: number;
  payMax: number;
  description: string;
  firstPublishedAt: Date;
  updatedAt: Date;
  expiresAt: Date;
}

/** Open jobs in the order of their ids, from just after one: a walk over all of them, a page at a time. */
export async function listFeedJobs(
  db: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<FeedJob[]> {
  return await db
    .selectFrom("jobs")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select([
      "jobs.id",
      "jobs.slug",
      "jobs.title",
      "jobs.reference",
      "employers.name as employerName",
      "jobs.city",
      "jobs.state",
      "jobs.zip",
      "jobs.workMode",
      "jobs.employmentType",
      "jobs.specialty",
      "jobs.experienceLevel",
      "jobs.payType",
      "jobs.payMin",
      "jobs.payMax",
      "jobs.description",
      "jobs.firstPublishedAt",
      "jobs.updatedAt",
      "jobs.expiresAt",
    ])
    .where(isPublished)
    .$if(after !== null, (query) => query.where("jobs.id", ">", after ?? ""))
    .orderBy("jobs.id")
    .limit(limit)
    .$narrowType<FeedJob>()
    .execute();
}

export interface Address {
  slug: string;
  /** ISO 8601 instant. */
  changedAt: string;
}

/** Addresses of open jobs whose id begins with `prefix` (hex digits), in the order of their ids. */
export async function listJobAddresses(
  db: Db,
  { prefix, after, limit }: { prefix: string; after: string | null; limit: number },
): Promise<(Address & { id: string })[]> {
  const first = `${prefix.padEnd(8, "0")}-0000-0000-0000-000000000000`;
  const last = `${prefix.padEnd(8, "f")}-ffff-ffff-ffff-ffffffffffff`;
  const { rows } = await sql<Address & { id: string }>`
    select jobs.id, jobs.slug, to_char(jobs.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as changed_at
    from jobs
    where ${IS_PUBLISHED} and jobs.id between ${first}::uuid and ${last}::uuid
      ${after === null ? sql`` : sql`and jobs.id > ${after}::uuid`}
    order by jobs.id limit ${limit}`.execute(db);
  return rows;
}

/** Addresses of employers that have open jobs, in the order of their ids. */
export async function listEmployerAddresses(
  db: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<(Address & { id: string })[]> {
  const { rows } = await sql<Address & { id: string }>`
    select employers.id, employers.slug,
      to_char(employers.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as changed_at
    from employers
    where exists (select from jobs where jobs.employer_id = employers.id and ${IS_PUBLISHED})
      ${after === null ? sql`` : sql`and employers.id > ${after}::uuid`}
    order by employers.id limit ${limit}`.execute(db);
  return rows;
}

export async function countOpenJobs(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from jobs where ${IS_PUBLISHED}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Notes that a feed is being served with so many jobs, unless it lost more than a third of those served within the last
 * day: then false, for something is more likely wrong with us than with so many jobs.
 */
export async function claimFeed(db: Db, feed: string, jobs: number): Promise<boolean> {
  const { rows } = await sql<{ feed: string }>`
    insert into served_feeds (feed, jobs) values (${feed}, ${jobs})
    on conflict (feed) do update set jobs = excluded.jobs, served_at = now()
      where served_feeds.jobs < 50 or excluded.jobs >= served_feeds.jobs * 0.7
        or served_feeds.served_at < now() - interval '1 day'
    returning feed`.execute(db);
  return rows.length === 1;
}
