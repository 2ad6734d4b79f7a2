import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Db } from "#db/client.ts";

type Kind = "move" | "reject";

export interface BulkAnswer {
  id: string;
  jobId: string;
  actorId: string | null;
  kind: Kind;
  bodyHash: string;
}

/** Takes a form's key for an answer to several applications; answers whoever took it first, this one or another. */
export async function claimBulkAnswer(db: Db, claim: BulkAnswer): Promise<BulkAnswer> {
  await db
    .insertInto("bulkAnswers")
    .values(claim)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return db
    .selectFrom("bulkAnswers")
    .select(["id", "jobId", "actorId", "kind", "bodyHash"])
    .where("id", "=", claim.id)
    .executeTakeFirstOrThrow();
}

/** Holds an answer until the transaction ends, so that two sendings take turns; answers what is settled already. */
export async function holdBulkAnswer(db: Db, id: string): Promise<Set<string>> {
  await db
    .selectFrom("bulkAnswers")
    .select("id")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const settled = await db
    .selectFrom("bulkAnswerOutcomes")
    .select("applicationId")
    .where("bulkAnswerId", "=", id)
    .execute();
  return new Set(settled.map(({ applicationId }) => applicationId));
}

export async function insertBulkOutcome(
  db: Db,
  outcome: {
    bulkAnswerId: string;
    applicationId: string;
    position: number;
    /** null when it was done. */
    refusal: string | null;
  },
): Promise<void> {
  await db.insertInto("bulkAnswerOutcomes").values(outcome).execute();
}

/** What came of an answer, in the order its applications stood; null for an unknown id and for another job's. */
export async function findBulkAnswer(db: Db, { id, jobId }: { id: string; jobId: string }) {
  const answer = await db
    .selectFrom("bulkAnswers")
    .select(["kind", "createdAt", "actorId"])
    .where("id", "=", id)
    .where("jobId", "=", jobId)
    .executeTakeFirst();
  if (!answer) return null;
  const outcomes = await db
    .selectFrom("bulkAnswerOutcomes")
    .innerJoin("applications", "applications.id", "bulkAnswerOutcomes.applicationId")
    .select([
      "applications.id",
      "applications.snapshot",
      "applications.stage",
      "bulkAnswerOutcomes.refusal",
    ])
    .where("bulkAnswerOutcomes.bulkAnswerId", "=", id)
    .orderBy("bulkAnswerOutcomes.position")
    .execute();
  return {
    ...answer,
    outcomes: outcomes.map(({ snapshot, ...row }) => ({ ...row, name: snapshot?.name ?? null })),
  };
}

export interface ChosenApplication {
  id: string;
  version: number;
  stage: ApplicationStage;
  /** null once withdrawn. */
  name: string | null;
}

/** Those of `ids` that are applications of this job, as they stand now. */
export async function listChosen(
  db: Db,
  { jobId, ids }: { jobId: string; ids: readonly string[] },
): Promise<ChosenApplication[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("applications")
    .select(["id", "version", "stage", "snapshot"])
    .where("jobId", "=", jobId)
    .where("id", "in", [...ids])
    .orderBy("applicantName")
    .orderBy("id")
    .execute();
  return rows.map(({ snapshot, ...row }) => ({ ...row, name: snapshot?.name ?? null }));
}
