import { sql } from "kysely";
import type { PublicJob } from "#app/domain/public-job.ts";
import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";
import { prepared } from "#db/prepared.ts";
import { IS_PUBLISHED, wasPublished } from "./job-scopes.ts";

const JOB_COLUMNS = [
  "jobs.id",
  "jobs.slug",
  "jobs.status",
  "jobs.title",
  "jobs.role",
  "jobs.specialty",
  "jobs.otherSpecialties",
  "jobs.settings",
  "jobs.credentialRule",
  "jobs.preferredCredentials",
  "jobs.acceptsApprentices",
  "jobs.experienceLevel",
  "jobs.minMonths",
  "jobs.employmentType",
  "jobs.schedule",
  "jobs.workMode",
  "jobs.city",
  "jobs.state",
  "jobs.zip",
  "jobs.stateRule",
  "jobs.eligibleStates",
  "jobs.payType",
  "jobs.payMin",
  "jobs.payMax",
  "jobs.payNote",
  "jobs.guaranteedHourly",
  "jobs.software",
  "jobs.productionUnit",
  "jobs.productionTarget",
  "jobs.accuracyMetric",
  "jobs.accuracyMin",
  "jobs.description",
  "jobs.firstPublishedAt",
  "jobs.confirmedAt",
  "jobs.repostedAt",
  "jobs.expiresAt",
  "jobs.closedAt",
  "jobs.closeReason",
  "jobs.updatedAt",
  "jobs.replyByDays",
  "jobs.screeningQuestions",
  "jobs.knockOuts",
] as const;

/**
 * The job behind a public URL, in one query, open or not; null when the slug is unknown or the job was never
 * published: a draft's address looks like no address at all.
 */
export async function findPublicJob(db: Db, slug: string): Promise<PublicJob | null> {
  const [row] = await findRow(db, [slug]);
  return row ? toPublicJob(row) : null;
}

const selectPublicJob = (db: Db) =>
  db
    .selectFrom("jobs")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .leftJoin("replyRecords", "replyRecords.employerId", "jobs.employerId")
    .select(JOB_COLUMNS)
    .select(["replyRecords.counted", "replyRecords.answered", "replyRecords.medianSeconds"])
    .select([
      "employers.id as employerId",
      "employers.name as employerName",
      "employers.slug as employerSlug",
      "employers.kind as employerKind",
      "employers.website as employerWebsite",
      "employers.city as employerCity",
      "employers.state as employerState",
      "employers.logoFileId as employerLogo",
      sql<boolean>`employers.verified_at is not null`.as("employerVerified"),
      IS_PUBLISHED.as("open"),
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("jobRequirements")
          .select([
            "jobRequirements.familyId",
            "jobRequirements.level",
            "jobRequirements.minMonths",
          ])
          .whereRef("jobRequirements.jobId", "=", "jobs.id")
          .orderBy("position"),
      ).as("requirements"),
    )
    .where("jobs.slug", "=", "")
    .where(wasPublished)
    // `jobs_published_is_complete` says these are never null once a job has been published.
    .$narrowType<{
      specialty: string;
      employmentType: string;
      workMode: string;
      payType: PublicJob["payType"];
      payMin: number;
      payMax: number;
      firstPublishedAt: Date;
      expiresAt: Date;
    }>();

type Row = Awaited<ReturnType<ReturnType<typeof selectPublicJob>["execute"]>>[number];

const findRow = prepared("public-job", selectPublicJob);

function toPublicJob(row: Row): PublicJob {
  const {
    employerId,
    employerName,
    employerSlug,
    employerKind,
    employerWebsite,
    employerCity,
    employerState,
    employerLogo,
    employerVerified,
    counted,
    answered,
    medianSeconds,
    ...job
  } = row;
  return {
    ...job,
    firstPublishedAt: job.firstPublishedAt.toISOString(),
    confirmedAt: job.confirmedAt?.toISOString() ?? null,
    repostedAt: job.repostedAt?.toISOString() ?? null,
    replyRecord:
      counted === null || answered === null ? null : { counted, answered, medianSeconds },
    expiresAt: job.expiresAt.toISOString(),
    closedAt: job.closedAt?.toISOString() ?? null,
    updatedAt: job.updatedAt.toISOString(),
    employer: {
      id: employerId,
      name: employerName,
      slug: employerSlug,
      kind: employerKind,
      website: employerWebsite,
      city: employerCity,
      state: employerState,
      verified: employerVerified,
      logoFileId: employerLogo,
    },
  };
}

/** The applicant's own application to a job; null when there is none. */
export async function findApplicationId(
  db: Db,
  { jobId, applicantId }: { jobId: string; applicantId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom("applications")
    .select("id")
    .where("jobId", "=", jobId)
    .where("applicantId", "=", applicantId)
    .executeTakeFirst();
  return row?.id ?? null;
}
