import { sql } from "kysely";
import type { Point } from "#app/domain/job-query.ts";
import type { JobHit } from "#app/domain/job-search.ts";
import { type PayType, piecesAnHour } from "#app/domain/pay.ts";
import { replyRecordShort } from "#app/domain/reply-clock.ts";
import { summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import type { Db } from "#db/client.ts";
import { jsonArrayFrom } from "#db/json-rows.ts";
import { prepared } from "#db/prepared.ts";
import { milesFrom } from "./job-distance.ts";
import { holdsOne } from "./job-facets.ts";
import { isPublished } from "./job-scopes.ts";

/**
 * The jobs of a list in the order of `ids`, read in one query. A job that is no longer published drops out: an
 * index is a hint, this is the truth. With a point each says how many miles away it is.
 */
export async function listJobHits(
  db: Db,
  ids: readonly string[],
  point: Point | null = null,
): Promise<JobHit[]> {
  if (ids.length === 0) return [];
  const rows = point
    ? await selectListed(db, ids).select(milesFrom(point).as("distance")).execute()
    : await readListed(db, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ ...toHit(row), distance: rounded(row.distance) }] : [];
  });
}

const selectListed = (db: Db, ids: readonly string[]) =>
  selectHits(db)
    .where("jobs.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .where(isPublished);

const readListed = prepared("listed-jobs", (db) =>
  selectListed(db, []).select(sql<number | null>`null::float8`.as("distance")),
);

const rounded = (miles: number | null): number | null =>
  miles === null ? null : Math.round(miles * 10) / 10;

/** An employer's open jobs, newest first: one page, and how many there are in all. */
export async function listOpenJobsOfEmployer(
  db: Db,
  { employerId, page, pageSize }: { employerId: string; page: number; pageSize: number },
): Promise<{ hits: JobHit[]; total: number }> {
  const [rows, count] = await Promise.all([
    selectHits(db)
      .where("jobs.employerId", "=", employerId)
      .where(isPublished)
      .orderBy("jobs.publishedAt", "desc")
      .orderBy("jobs.id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    db
      .selectFrom("jobs")
      .select(sql<number>`count(*)`.as("total"))
      .where("employerId", "=", employerId)
      .where(isPublished)
      .executeTakeFirstOrThrow(),
  ]);
  return { hits: rows.map(toHit), total: count.total };
}

/** The newest open jobs, of one specialty or asking for a family (or one below it) when given. */
export async function listNewestJobs(
  db: Db,
  { specialty, familyId, limit }: { specialty?: string; familyId?: string; limit: number },
): Promise<JobHit[]> {
  const conditions = [sql<boolean>`job_facets.expires_at > now()`];
  if (specialty !== undefined) conditions.push(holdsOne("specialty", [specialty]));
  if (familyId !== undefined) conditions.push(holdsOne("family", [familyId]));
  const { rows } = await sql<{ id: string }>`
    select job_id as id from job_facets where ${sql.join(conditions, sql` and `)}
    order by first_published_at desc, job_id limit ${limit}`.execute(db);
  return await listJobHits(
    db,
    rows.map(({ id }) => id),
  );
}

const selectHits = (db: Db) =>
  db
    .selectFrom("jobs")
    .innerJoin("employers", "employers.id", "jobs.employerId")
    .leftJoin("replyRecords", "replyRecords.employerId", "jobs.employerId")
    .select(["replyRecords.counted", "replyRecords.answered", "replyRecords.medianSeconds"])
    .select([
      "jobs.id",
      "jobs.slug",
      "jobs.title",
      "jobs.specialty",
      "jobs.settings",
      "jobs.workMode",
      "jobs.employmentType",
      "jobs.city",
      "jobs.state",
      "jobs.eligibleStates",
      "jobs.payType",
      "jobs.payMin",
      "jobs.payMax",
      "jobs.guaranteedHourly",
      "jobs.productionUnit",
      "jobs.productionTarget",
      "jobs.credentialRule",
      "jobs.acceptsApprentices",
      "jobs.experienceLevel",
      "jobs.firstPublishedAt",
      "jobs.confirmedAt",
      "jobs.repostedAt",
      "jobs.replyByDays",
      "employers.name as employerName",
      "employers.slug as employerSlug",
      "employers.kind as employerKind",
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("jobRequirements")
          .select(["jobRequirements.familyId", "jobRequirements.level"])
          .whereRef("jobRequirements.jobId", "=", "jobs.id")
          .orderBy("position"),
      ).as("requirements"),
    )
    // `jobs_published_is_complete` says these are never null once a job has been published.
    .$narrowType<{
      specialty: string;
      employmentType: string;
      workMode: string;
      payType: PayType;
      payMin: number;
      payMax: number;
      firstPublishedAt: Date;
    }>();

type Row = Awaited<ReturnType<ReturnType<typeof selectHits>["execute"]>>[number];

function toHit(row: Row): JobHit {
  const { payType, payMin, payMax, guaranteedHourly, requirements, repostedAt, ...more } = row;
  const { productionUnit: unit, productionTarget: target, ...job } = more;
  const { employerName, employerSlug, employerKind, firstPublishedAt, confirmedAt, ...rest } = job;
  const { counted, answered, medianSeconds, ...stated } = rest;
  return {
    ...stated,
    employer: { name: employerName, slug: employerSlug, kind: employerKind },
    pay: {
      type: payType,
      min: payMin,
      max: payMax,
      guaranteedHourly,
      perHour: piecesAnHour(payType, { unit, target }),
    },
    families: requirements.flatMap(({ familyId, level }) => {
      const family = summarizeFamily(familyId);
      if (!family) return [];
      const { id, label, range, system } = family;
      return [{ id, label, range, system, level }];
    }),
    firstPublishedAt: firstPublishedAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    repostedAt: repostedAt?.toISOString() ?? null,
    replies: replyRecordShort(
      counted === null || answered === null ? null : { counted, answered, medianSeconds },
    ),
    distance: null,
  };
}
