import { sql } from "kysely";
import {
  DEFAULT_REPLY_BY_DAYS,
  RECORD_WINDOW_DAYS,
  type ReplyRecord,
} from "#app/domain/reply-clock.ts";
import type { Db } from "#db/client.ts";

/** The definition of `ReplyRecord`, for these employers. */
const recordsOf = (employerIds: readonly string[]) => sql`
  select employers.id as employer_id, count(counted.id)::int as counted, count(counted.first_reply_at)::int as answered,
    percentile_cont(0.5) within group (order by extract(epoch from counted.first_reply_at - counted.submitted_at)) as median_seconds
  from employers
  left join jobs on jobs.employer_id = employers.id
  left join applications as counted on counted.job_id = jobs.id
    and counted.submitted_at > now() - make_interval(days => ${RECORD_WINDOW_DAYS})
    and (counted.first_reply_at is not null
      or coalesce(counted.withdrawn_at, now())
        >= coalesce(counted.reply_by, counted.submitted_at + make_interval(days => ${DEFAULT_REPLY_BY_DAYS})))
  where employers.id in (${sql.join(employerIds)})
  group by employers.id`;

/**
 * Takes up to `limit` notes that something changed and counts those employers anew; answers how many notes it took. Run
 * it in a transaction. The rows are held before anything is counted, so that of two workers the later counts what the
 * earlier could not see.
 */
export async function refreshStaleRecords(db: Db, limit: number): Promise<number> {
  const { rows: notes } = await sql<{ employerId: string }>`
    delete from stale_reply_records
    where id in (select id from stale_reply_records order by id limit ${limit} for update skip locked)
    returning employer_id`.execute(db);
  const employerIds = [...new Set(notes.map(({ employerId }) => employerId))].sort();
  if (employerIds.length === 0) return 0;
  await sql`
    insert into reply_records (employer_id)
    select id from employers where id in (${sql.join(employerIds)}) order by id
    on conflict do nothing`.execute(db);
  await sql`
    select from reply_records where employer_id in (${sql.join(employerIds)})
    order by employer_id for update`.execute(db);
  await sql`
    update reply_records
    set counted = fresh.counted, answered = fresh.answered, median_seconds = fresh.median_seconds, refreshed_at = now()
    from (${recordsOf(employerIds)}) as fresh
    where reply_records.employer_id = fresh.employer_id`.execute(db);
  return notes.length;
}

/** Notes employers whose record was counted a day ago: the window moves on without anything being written. */
export async function noteAgedRecords(db: Db, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into stale_reply_records (employer_id)
    select employer_id from reply_records
    where refreshed_at < now() - interval '1 day'
      and not exists (select from stale_reply_records as noted where noted.employer_id = reply_records.employer_id)
    order by refreshed_at limit ${limit}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** An employer's record as last counted; null before the first time. */
export async function findReplyRecord(db: Db, employerId: string): Promise<ReplyRecord | null> {
  const row = await db
    .selectFrom("replyRecords")
    .select(["counted", "answered", "medianSeconds"])
    .where("employerId", "=", employerId)
    .executeTakeFirst();
  return row ?? null;
}
