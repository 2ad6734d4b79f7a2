import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from "kysely";
import { type LeaveOut, MOST_HIDDEN_JOBS, MOST_MUTED_EMPLOYERS } from "#app/domain/leave-out.ts";
import type { Db } from "#db/client.ts";
import type { Database } from "#db/schema/index.ts";

/** What a person leaves out of their lists: open jobs they hid, employers and kinds of employers they muted. */
export async function readLeaveOut(db: Db, userId: string): Promise<LeaveOut> {
  const { rows } = await sql<{
    jobIds: string[];
    employerIds: string[];
    employerKinds: string[];
  }>`
    select
      array(select job_id from hidden_jobs join job_facets using (job_id) where user_id = ${userId}
        order by created_at desc, job_id limit ${MOST_HIDDEN_JOBS}) as job_ids,
      array(select employer_id from muted_employers where user_id = ${userId}
        order by created_at desc, employer_id limit ${MOST_MUTED_EMPLOYERS}) as employer_ids,
      array(select kind from muted_employer_kinds where user_id = ${userId} order by kind) as employer_kinds`.execute(
    db,
  );
  return rows[0] ?? { jobIds: [], employerIds: [], employerKinds: [] };
}

/** A condition on `jobs` for lists made in SQL: neither hidden nor of an employer this person muted. */
export const isNotLeftOutBy =
  (userId: string) =>
  (eb: ExpressionBuilder<Database, "jobs">): ExpressionWrapper<Database, "jobs", SqlBool> =>
    eb.and([
      sql<boolean>`not exists (select from hidden_jobs where user_id = ${userId} and job_id = jobs.id)`,
      sql<boolean>`not exists (select from muted_employers where user_id = ${userId} and employer_id = jobs.employer_id)`,
      sql<boolean>`not exists (select from muted_employer_kinds join employers on employers.kind = muted_employer_kinds.kind
        where user_id = ${userId} and employers.id = jobs.employer_id)`,
    ]);

/** How many open jobs a person has hidden. */
export async function countHiddenOpenJobs(db: Db, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from hidden_jobs join job_facets using (job_id) where user_id = ${userId}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

export async function countMutedEmployers(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom("mutedEmployers")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("userId", "=", userId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Of these jobs, those a person hid or whose employer, or kind of employer, they muted. */
export async function leftOutOf(
  db: Db,
  { userId, jobIds }: { userId: string; jobIds: readonly string[] },
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select jobs.id from jobs join employers on employers.id = jobs.employer_id
    where jobs.id = any(${[...jobIds]}::uuid[]) and (
      exists (select from hidden_jobs where user_id = ${userId} and job_id = jobs.id)
      or exists (select from muted_employers where user_id = ${userId} and employer_id = jobs.employer_id)
      or exists (select from muted_employer_kinds where user_id = ${userId} and kind = employers.kind))`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}
