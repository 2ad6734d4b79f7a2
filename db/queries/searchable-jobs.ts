import { sql } from "kysely";
import type { CredentialRule } from "#app/domain/credential-rule.ts";
import type { Db } from "#db/client.ts";
import { isPublished } from "./job-scopes.ts";

/** A published job with everything a search engine needs to find it. */
export interface SearchableJob {
  id: string;
  version: number;
  title: string;
  role: string | null;
  specialty: string;
  otherSpecialties: string[];
  settings: string[];
  employmentType: string;
  workMode: string;
  schedule: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  eligibleStates: string[];
  hourlyMax: number | null;
  experienceLevel: string | null;
  acceptsApprentices: boolean;
  credentialRule: CredentialRule;
  preferredCredentials: string[];
  software: string[];
  description: string;
  firstPublishedAt: Date;
  expiresAt: Date;
  employerId: string;
  employerName: string;
  employerKind: string;
  employerVersion: number;
  /** Ids of the families it requires, must and nice. */
  requires: string[];
}

/** Those of `ids` that are published now. */
export async function listSearchableJobs(db: Db, ids: readonly string[]): Promise<SearchableJob[]> {
  if (ids.length === 0) return [];
  return await selectSearchable(db)
    .where("jobs.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Published jobs in the order of their ids, from just after one: a walk over all of them. */
export async function listSearchableJobsAfter(
  db: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<SearchableJob[]> {
  return await selectSearchable(db)
    .$if(after !== null, (query) => query.where("jobs.id", ">", after ?? ""))
    .orderBy("jobs.id")
    .limit(limit)
    .execute();
}

/** What each published job's document should have been built from. */
export async function listPublishedVersions(
  db: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ id: string; version: number; employerVersion: number }[]> {
  return await db
    .selectFrom("jobs")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select(["jobs.id", "jobs.version", "employers.version as employerVersion"])
    .where(isPublished)
    .$if(after !== null, (query) => query.where("jobs.id", ">", after ?? ""))
    .orderBy("jobs.id")
    .limit(limit)
    .execute();
}

export async function countPublishedJobs(db: Db): Promise<number> {
  const { count } = await countPublished(db).executeTakeFirstOrThrow();
  return count;
}

/** How many published jobs have no mark: those an index must hold that was drained a moment ago. */
export async function countSettledJobs(db: Db): Promise<number> {
  const { count } = await countPublished(db)
    .where(sql<boolean>`not exists (select from search_outbox where job_id = jobs.id)`)
    .executeTakeFirstOrThrow();
  return count;
}

const countPublished = (db: Db) =>
  db.selectFrom("jobs").select(sql<number>`count(*)`.as("count")).where(isPublished);

const selectSearchable = (db: Db) =>
  db
    .selectFrom("jobs")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .select([
      "jobs.id",
      "jobs.version",
      "jobs.title",
      "jobs.role",
      "jobs.specialty",
      "jobs.otherSpecialties",
      "jobs.settings",
      "jobs.employmentType",
      "jobs.workMode",
      "jobs.schedule",
      "jobs.city",
      "jobs.state",
      "jobs.zip",
      "jobs.latitude",
      "jobs.longitude",
      "jobs.eligibleStates",
      "jobs.hourlyMax",
      "jobs.experienceLevel",
      "jobs.acceptsApprentices",
      "jobs.credentialRule",
      "jobs.preferredCredentials",
      "jobs.software",
      "jobs.description",
      "jobs.firstPublishedAt",
      "jobs.expiresAt",
      "jobs.employerId",
      "employers.name as employerName",
      "employers.kind as employerKind",
      "employers.version as employerVersion",
    ])
    .select(
      sql<
        string[]
      >`array(select family_id from job_requirements where job_id = jobs.id order by position)`.as(
        "requires",
      ),
    )
    .where(isPublished)
    // `jobs_published_is_complete` says these are never null once a job has been published.
    .$narrowType<{
      specialty: string;
      employmentType: string;
      workMode: string;
      schedule: string | null;
      firstPublishedAt: Date;
      expiresAt: Date;
    }>();
