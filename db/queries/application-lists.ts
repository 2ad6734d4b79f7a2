import { sql } from "kysely";
import {
  APPLICATION_STAGES,
  type ApplicationStage,
  isOpenStage,
} from "#app/domain/application-stage.ts";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Db } from "#db/client.ts";
import { IS_PUBLISHED } from "./job-scopes.ts";

export type OwnList = "open" | "closed";

const STAGES: Record<OwnList, ApplicationStage[]> = {
  open: APPLICATION_STAGES.filter(isOpenStage),
  closed: APPLICATION_STAGES.filter((stage) => !isOpenStage(stage)),
};

interface Window {
  limit: number;
  offset: number;
}

export interface OwnApplicationRow {
  id: string;
  stage: ApplicationStage;
  submittedAt: Date;
  stageChangedAt: Date;
  replyBy: Date | null;
  firstReplyAt: Date | null;
  unansweredAt: Date | null;
  jobTitle: string;
  jobStatus: JobStatus;
  jobCloseReason: string | null;
  jobOpen: boolean;
  jobHiddenAt: Date | null;
  employerName: string;
  employerSuspended: boolean;
}

/** An applicant's own applications, the last changed first. */
export async function listOwnApplications(
  db: Db,
  { applicantId, list, limit, offset }: Window & { applicantId: string; list: OwnList },
): Promise<OwnApplicationRow[]> {
  return db
    .selectFrom("applications")
    .innerJoin("jobs", "jobs.id", "applications.jobId")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select([
      "applications.id",
      "applications.stage",
      "applications.submittedAt",
      "applications.stageChangedAt",
      "applications.replyBy",
      "applications.firstReplyAt",
      "applications.unansweredAt",
      "jobs.title as jobTitle",
      "jobs.status as jobStatus",
      "jobs.closeReason as jobCloseReason",
      "jobs.hiddenAt as jobHiddenAt",
      "employers.name as employerName",
      sql<boolean>`employers.suspended_at is not null`.as("employerSuspended"),
      IS_PUBLISHED.as("jobOpen"),
    ])
    .where("applications.applicantId", "=", applicantId)
    .where("applications.stage", "in", STAGES[list])
    .orderBy("applications.stageChangedAt", "desc")
    .orderBy("applications.id")
    .limit(limit)
    .offset(offset)
    .execute();
}

/** How many applications an applicant has in each list. */
export async function countOwnApplications(
  db: Db,
  applicantId: string,
): Promise<Record<OwnList, number>> {
  const rows = await db
    .selectFrom("applications")
    .select((eb) => ["stage", eb.fn.countAll<number>().as("count")])
    .where("applicantId", "=", applicantId)
    .groupBy("stage")
    .execute();
  const sum = (list: OwnList) =>
    rows.reduce((total, { stage, count }) => total + (STAGES[list].includes(stage) ? count : 0), 0);
  return { open: sum("open"), closed: sum("closed") };
}
