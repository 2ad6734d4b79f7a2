import { sql } from "kysely";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { PipelineFilter, PipelineSort } from "#app/domain/pipeline-query.ts";
import type { Db } from "#db/client.ts";
import { meantBy, PIPELINE_ORDER } from "./pipeline-filter.ts";

interface Asked {
  jobId: string;
  filter: PipelineFilter;
  sort: PipelineSort;
  /** null = every stage. */
  stage: ApplicationStage | null;
}

/** How many of the applications a filter means stand at each stage. */
export async function countPipeline(
  db: Db,
  { jobId, filter }: Pick<Asked, "jobId" | "filter">,
): Promise<Partial<Record<ApplicationStage, number>>> {
  const rows = await db
    .selectFrom("applications")
    .select((eb) => ["stage", eb.fn.countAll<number>().as("count")])
    .where(meantBy(jobId, filter))
    .groupBy("stage")
    .execute();
  return Object.fromEntries(rows.map(({ stage, count }) => [stage, count]));
}

/** One window of the applications a filter means, each as a card or a line shows it. */
export async function listPipeline(
  db: Db,
  { jobId, filter, sort, stage, limit, offset = 0 }: Asked & { limit: number; offset?: number },
) {
  return db
    .selectFrom("applications")
    .select([
      "id",
      "applicantId",
      "stage",
      "version",
      "snapshot",
      "matchScore",
      "matchReasons",
      "resumeFilename",
      "submittedAt",
      "replyBy",
      "firstReplyAt",
      "ratingAverage",
      sql<number>`jsonb_array_length(knock_out_flags)`.as("flags"),
      sql<boolean>`first_reply_at is null and reply_by < now()`.as("overdue"),
    ])
    .where(meantBy(jobId, filter))
    .$if(stage !== null, (query) => query.where("stage", "=", stage ?? "submitted"))
    .orderBy(PIPELINE_ORDER[sort])
    .limit(limit)
    .offset(offset)
    .execute();
}

export type PipelineRow = Awaited<ReturnType<typeof listPipeline>>[number];

/** States and credentials that occur among a job's applications, with how often. */
export async function listPipelineChoices(db: Db, jobId: string) {
  const states = db
    .selectFrom("applications")
    .select((eb) => [
      sql<"state" | "credential">`'state'`.as("kind"),
      eb.ref("applicantState").$notNull().as("value"),
      eb.fn.countAll<number>().as("count"),
    ])
    .where("jobId", "=", jobId)
    .where("applicantState", "is not", null)
    .groupBy("applicantState");
  // Counted by what is held together first: 5,000 applications hold a few dozen sets of credentials.
  const credentials = db
    .selectFrom((eb) =>
      eb
        .selectFrom("applications")
        .select(["credentialCodes", eb.fn.countAll<number>().as("count")])
        .where("jobId", "=", jobId)
        .groupBy("credentialCodes")
        .as("sets"),
    )
    .innerJoinLateral(
      sql<{ code: string }>`jsonb_array_elements_text(sets.credential_codes)`.as<"held">(
        sql`held (code)`,
      ),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      sql<"state" | "credential">`'credential'`.as("kind"),
      eb.ref("held.code").as("value"),
      sql<number>`sum(sets.count)::int`.as("count"),
    ])
    .groupBy("held.code");
  return states.unionAll(credentials).orderBy("value").execute();
}

/** Who stands before and after an application in an order, and at which place of how many. */
export async function findNeighbours(
  db: Db,
  { jobId, filter, sort, stage, id }: Asked & { id: string },
): Promise<{ previous: string | null; next: string | null; place: number; total: number } | null> {
  const order = PIPELINE_ORDER[sort];
  const row = await db
    .with("line", (line) =>
      line
        .selectFrom("applications")
        .select([
          "id",
          sql<string | null>`lag(id) over (order by ${order})`.as("previous"),
          sql<string | null>`lead(id) over (order by ${order})`.as("next"),
          sql<number>`row_number() over (order by ${order})`.as("place"),
          sql<number>`count(*) over ()`.as("total"),
        ])
        .where((eb) =>
          eb.or([
            // Where the reader came from, even after a move has taken it out of what they asked for.
            eb.and([eb("id", "=", id), eb("jobId", "=", jobId)]),
            eb.and([
              meantBy(jobId, filter)(eb),
              ...(stage === null ? [] : [eb("stage", "=", stage)]),
            ]),
          ]),
        ),
    )
    .selectFrom("line")
    .select(["previous", "next", "place", "total"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}
