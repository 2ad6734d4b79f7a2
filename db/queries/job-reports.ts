import type { Db } from "#db/client.ts";
import type { NewJobReport } from "#db/schema/job-reports.ts";

/** Writes a report down unless this person has reported the job before; whether it is the first. */
export async function insertJobReport(db: Db, report: NewJobReport): Promise<boolean> {
  const row = await db
    .insertInto("jobReports")
    .values(report)
    .onConflict((conflict) => conflict.constraint("job_reports_once").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
