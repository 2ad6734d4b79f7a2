import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { KEPT_DAYS } from "#app/domain/retention.ts";
import { applyRetention } from "#app/worker/apply-retention.ts";
import { insertHiddenJob, noteSeenJob } from "#db/queries/job-marks.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

describe("Retention", () => {
  it("blanks applications closed longer ago than the privacy page says, and no others", async () => {
    const { db } = world.deps;
    const long = daysAgo(KEPT_DAYS.closedApplication + 1);
    const recent = daysAgo(KEPT_DAYS.closedApplication - 1);
    const old = await makeApplication(db, { stage: "rejected", stageChangedAt: long });
    const young = await makeApplication(db, { stage: "rejected", stageChangedAt: recent });
    const open = await makeApplication(db, { stage: "interview", stageChangedAt: long });
    const withdrawn = await makeApplication(db, { stage: "withdrawn", stageChangedAt: long });
    await db
      .insertInto("applicationMessages")
      .values({ applicationId: withdrawn.id, side: "applicant", body: "Thank you all the same" })
      .execute();
    await applyRetention(world.deps);
    await applyRetention(world.deps);
    const messages = await db
      .selectFrom("applicationMessages")
      .select("id")
      .where("applicationId", "=", withdrawn.id)
      .execute();
    expect(messages).toEqual([]);
    const rows = await db
      .selectFrom("applications")
      .select(["id", "snapshot", "coverNote", "stage"])
      .where("id", "in", [old.id, young.id, open.id])
      .execute();
    const kept = (id: string) => rows.find((row) => row.id === id);
    expect(kept(old.id)).toMatchObject({ snapshot: null, coverNote: "", stage: "rejected" });
    for (const { id, coverNote } of [young, open]) {
      expect(kept(id)?.snapshot).not.toBeNull();
      expect(kept(id)?.coverNote).toBe(coverNote);
    }
  });

  it("forgets jobs seen and hidden, and accounts never confirmed, after their days", async () => {
    const { db } = world.deps;
    const { user } = await makeApplicant(db);
    const [seen, fresh] = [await makeJob(db), await makeJob(db)];
    const ended = await makeJob(db, {
      status: "closed",
      closeReason: "filled",
      closedAt: daysAgo(KEPT_DAYS.endedHiddenJob + 1),
    });
    for (const { id } of [seen, fresh]) await noteSeenJob(db, { userId: user.id, jobId: id });
    for (const { id } of [ended, fresh]) await insertHiddenJob(db, { userId: user.id, jobId: id });
    await sql`update seen_jobs set seen_at = ${daysAgo(KEPT_DAYS.seenJob + 1)} where job_id = ${seen.id}`.execute(
      db,
    );
    const createdAt = daysAgo(KEPT_DAYS.neverVerifiedAccount + 1);
    const never = await makeUser(db, { emailVerifiedAt: null, createdAt });
    const waiting = await makeUser(db, { emailVerifiedAt: null });
    const verified = await makeUser(db, { createdAt });
    await applyRetention(world.deps);
    const jobsIn = async (table: "seenJobs" | "hiddenJobs") =>
      (await db.selectFrom(table).select("jobId").where("userId", "=", user.id).execute()).map(
        ({ jobId }) => jobId,
      );
    expect(await jobsIn("seenJobs")).toEqual([fresh.id]);
    expect(await jobsIn("hiddenJobs")).toEqual([fresh.id]);
    const users = await db
      .selectFrom("users")
      .select("id")
      .where("id", "in", [never.id, waiting.id, verified.id])
      .execute();
    expect(users.map(({ id }) => id).toSorted()).toEqual([waiting.id, verified.id].toSorted());
  });

  it("forgets entries of the audit log after their days, and keeps the younger ones", async () => {
    const { db } = world.deps;
    const { id: actorId } = await makeUser(db);
    for (const days of [KEPT_DAYS.audit + 1, KEPT_DAYS.audit - 1]) {
      await sql`
        insert into audit_entries (actor_id, action, subject_kind, subject_id, details, created_at)
        values (${actorId}, 'account-exported', 'user', ${actorId}, ${JSON.stringify({ days })}, ${daysAgo(days)})`.execute(
        db,
      );
    }
    await applyRetention(world.deps);
    const entries = await db
      .selectFrom("auditEntries")
      .select("details")
      .where("actorId", "=", actorId)
      .execute();
    expect(entries).toEqual([{ details: { days: KEPT_DAYS.audit - 1 } }]);
    // Nobody else gets rid of one, not even who holds the database's password for the site.
    const erase = db.deleteFrom("auditEntries").where("actorId", "=", actorId).execute();
    await expect(erase).rejects.toThrow();
  });
});
