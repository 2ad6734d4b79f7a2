import { sql } from "kysely";
import type { Db } from "#db/client.ts";

// Each touches at most `limit` rows and answers how many; `days` comes from the table the public reads.

interface Spent {
  days: number;
  limit: number;
}

/** Applications closed that long ago which still tell of the person, held. */
export async function holdOldApplications(db: Db, { days, limit }: Spent): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from applications
    where blanked_at is null and stage in ('hired', 'rejected', 'withdrawn')
      and stage_changed_at < now() - make_interval(days => ${days})
    order by stage_changed_at limit ${limit} for update skip locked`.execute(db);
  return rows.map(({ id }) => id);
}

export async function deleteOldSeenJobs(db: Db, { days, limit }: Spent): Promise<number> {
  const { rows } = await sql`
    delete from seen_jobs where (user_id, job_id) in (
      select user_id, job_id from seen_jobs where seen_at < now() - make_interval(days => ${days}) limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

export async function deleteEndedHiddenJobs(db: Db, { days, limit }: Spent): Promise<number> {
  const { rows } = await sql`
    delete from hidden_jobs where (user_id, job_id) in (
      select user_id, job_id from hidden_jobs join jobs on jobs.id = job_id
      where jobs.status in ('closed', 'expired') and jobs.closed_at < now() - make_interval(days => ${days}) limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** Accounts nobody ever confirmed the address of. */
export async function deleteNeverVerified(db: Db, { days, limit }: Spent): Promise<number> {
  const { rows } = await sql`
    delete from users where id in (
      select id from users where email_verified_at is null and not stand_in
        and created_at < now() - make_interval(days => ${days})
        and not exists (select from applications where applicant_id = users.id)
        and not exists (select from employer_members where user_id = users.id)
      limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** Exports past their days; their files go with the orphans. */
export async function deleteOldExports(db: Db, { limit }: { limit: number }): Promise<number> {
  const { rows } = await sql`
    delete from account_exports where id in (
      select id from account_exports
      where expires_at < now() or (ready_at is null and requested_at < now() - interval '2 days') limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** The log lets nothing go but through this function of its own. */
export async function purgeAudit(db: Db, { days }: { days: number }): Promise<void> {
  await sql`select purge_audit_entries(make_interval(days => ${days}))`.execute(db);
}
