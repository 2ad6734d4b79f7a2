import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { isPublished } from "./job-scopes.ts";

/** Open jobs that ask for the same families as this one, the most shared first, then its specialty, then the newest. */
export async function listSimilarJobIds(db: Db, jobId: string, limit: number): Promise<string[]> {
  const shared = sql<number>`(
    select count(*) from job_requirements theirs
    join job_requirements ours on ours.family_id = theirs.family_id and ours.job_id = ${jobId}
    where theirs.job_id = jobs.id)`;
  const rows = await db
    .selectFrom("jobs")
    .select("jobs.id")
    .where(isPublished)
    .where("jobs.id", "<>", jobId)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb(
          "jobs.specialty",
          "=",
          selectFrom("jobs as ended").select("ended.specialty").where("ended.id", "=", jobId),
        ),
        exists(
          selectFrom("jobRequirements as theirs")
            .innerJoin("jobRequirements as ours", "ours.familyId", "theirs.familyId")
            .select("theirs.jobId")
            .where("ours.jobId", "=", jobId)
            .whereRef("theirs.jobId", "=", "jobs.id"),
        ),
      ]),
    )
    .orderBy(shared, "desc")
    .orderBy("jobs.publishedAt", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
