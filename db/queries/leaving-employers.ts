import { type SqlBool, sql } from "kysely";
import type { Db } from "#db/client.ts";

export interface LeavingEmployer {
  id: string;
  name: string;
  slug: string;
  otherMembers: number;
  openJobs: number;
}

/** Employers whose only owner this person is. */
export async function listSolelyOwned(db: Db, userId: string): Promise<LeavingEmployer[]> {
  const { rows } = await sql<LeavingEmployer>`
    select employers.id, employers.name, employers.slug,
      (select count(*) from employer_members as other
        where other.employer_id = employers.id and other.user_id <> ${userId}) as other_members,
      (select count(*) from jobs where jobs.employer_id = employers.id and status in ('published', 'paused')) as open_jobs
    from employer_members join employers on employers.id = employer_members.employer_id
    where employer_members.user_id = ${userId} and role = 'owner' and not exists (
      select from employer_members as other
      where other.employer_id = employers.id and other.user_id <> ${userId} and other.role = 'owner')
    order by employers.name limit 100`.execute(db);
  return rows;
}

/**
 * Closes every open job of these employers as withdrawn, with its event; answers their ids. Those on their way to be
 * public become drafts again.
 */
export async function closeJobsOf(
  db: Db,
  { employerIds, actorId }: { employerIds: readonly string[]; actorId: string },
): Promise<string[]> {
  if (employerIds.length === 0) return [];
  const { rows } = await sql<{ id: string; to: string }>`
    with due as (
      select id, status, case when status in ('published', 'paused') then 'closed' else 'draft' end as becomes from jobs
      where employer_id = any(${[...employerIds]}::uuid[])
        and status in ('published', 'paused', 'scheduled', 'in-review') for update
    ), ended as (
      update jobs set status = becomes, publish_at = null, scheduled_by = null,
        close_reason = case when becomes = 'closed' then 'withdrawn' end,
        closed_at = case when becomes = 'closed' then now() end,
        version = version + 1, updated_at = now()
      from due where jobs.id = due.id returning jobs.id, due.status as from_status, becomes
    ), noted as (
      insert into job_events (job_id, actor_id, kind, from_status, to_status, note)
      select id, ${actorId}::uuid,
        case from_status when 'scheduled' then 'unschedule' when 'in-review' then 'revise' else 'close' end,
        from_status, becomes, case when becomes = 'closed' then 'withdrawn' else '' end
      from ended
    )
    select id, becomes as "to" from ended`.execute(db);
  return rows.filter(({ to }) => to === "closed").map(({ id }) => id);
}

/** Makes the longest-standing other member the owner where this person is the last one; recruiters first. */
export async function promoteSuccessors(db: Db, userId: string): Promise<void> {
  await sql`
    update employer_members set role = 'owner' from (
      select distinct on (member.employer_id) member.employer_id, member.user_id
      from employer_members as leaver
      join employer_members as member on member.employer_id = leaver.employer_id and member.user_id <> leaver.user_id
      where leaver.user_id = ${userId} and leaver.role = 'owner' and not exists (
        select from employer_members as other
        where other.employer_id = leaver.employer_id and other.user_id <> leaver.user_id and other.role = 'owner')
      order by member.employer_id, member.role = 'recruiter' desc, member.created_at, member.user_id
    ) as successor
    where employer_members.employer_id = successor.employer_id and employer_members.user_id = successor.user_id`.execute(
    db,
  );
}

/** Employers nobody but this person belongs to, and whether anybody ever applied there. */
async function listAlone(db: Db, userId: string): Promise<{ id: string; applied: SqlBool }[]> {
  const { rows } = await sql<{ id: string; applied: boolean }>`
    select employer_id as id, exists (
      select from applications join jobs on jobs.id = applications.job_id where jobs.employer_id = employer_members.employer_id
    ) as applied
    from employer_members where user_id = ${userId} and not exists (
      select from employer_members as other
      where other.employer_id = employer_members.employer_id and other.user_id <> ${userId})`.execute(
    db,
  );
  return rows;
}

/**
 * Deletes the employers that go with this person. One that people applied to stays by name, for their own history,
 * with nothing else of it and nobody behind it.
 */
export async function dissolveEmployers(db: Db, userId: string): Promise<void> {
  for (const { id, applied } of await listAlone(db, userId)) {
    if (!applied) {
      await db.deleteFrom("employers").where("id", "=", id).execute();
      continue;
    }
    await sql`
      delete from jobs where employer_id = ${id} and not exists (select from applications where job_id = jobs.id)`.execute(
      db,
    );
    await db
      .updateTable("employers")
      .set({
        about: "",
        website: null,
        city: null,
        state: null,
        logoFileId: null,
        verifiedAt: null,
      })
      .set({ version: sql<number>`version + 1`, updatedAt: sql<Date>`now()` })
      .where("id", "=", id)
      .execute();
    await sql`
      with made as (
        insert into users (email, name, kind, password_hash, stand_in, suspended_at)
        values ('gone-' || gen_random_uuid() || '@deleted.invalid', 'Deleted account', 'employer', '-', true, now())
        returning id
      )
      update employer_members set user_id = made.id from made
      where employer_members.employer_id = ${id} and employer_members.user_id = ${userId}`.execute(
      db,
    );
  }
}
