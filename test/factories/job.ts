import type { Requirement } from "#app/domain/requirement.ts";
import { US_STATES } from "#app/domain/vocabulary.ts";
import type { Db } from "#db/client.ts";
import type { Job, NewJob } from "#db/schema/jobs.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeEmployer } from "./employer.ts";
import { unique } from "./user.ts";

const DAY = 86_400_000;

export interface JobValues extends Partial<NewJob> {
  requirements?: Requirement[];
}

export const CORONARY: Requirement = {
  familyId: "cpt-coronary-intervention",
  level: "must",
  minMonths: 12,
};

/** A published remote job that requires coronary intervention; of a new employer unless `employerId` is given. */
export async function makeJob(db: Db, values: JobValues = {}): Promise<Job> {
  const { requirements = [CORONARY], ...columns } = values;
  const employerId = columns.employerId ?? (await makeEmployer(db)).id;
  const now = Date.now();
  const job = await db
    .insertInto("jobs")
    .values({
      slug: `interventional-cardiology-coder-${unique().slice(0, 8)}`,
      status: "published",
      title: "Interventional Cardiology Coder",
      role: "coder",
      specialty: "interventional-cardiology",
      settings: ["professional-fee"],
      employmentType: "full-time",
      schedule: "flex",
      workMode: "remote",
      city: "Tampa",
      state: "FL",
      zip: "33602",
      stateRule: "all-states",
      eligibleStates: [...US_STATES],
      payType: "hourly",
      payMin: 30,
      payMax: 39,
      hourlyMin: 30,
      hourlyMax: 39,
      experienceLevel: "mid",
      minMonths: 36,
      credentialRule: toJson([]),
      preferredCredentials: ["CIRCC"],
      software: ["epic"],
      description: "Code cath lab procedure notes.",
      replyByDays: 10,
      firstPublishedAt: new Date(now - DAY),
      publishedAt: new Date(now - DAY),
      confirmedAt: new Date(now - DAY),
      expiresAt: new Date(now + 30 * DAY),
      publishAt: columns.status === "scheduled" ? new Date(now + DAY) : null,
      ...columns,
      employerId,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (requirements.length > 0) {
    await db
      .insertInto("jobRequirements")
      .values(
        requirements.map((requirement, position) => ({ jobId: job.id, ...requirement, position })),
      )
      .execute();
  }
  return job;
}
