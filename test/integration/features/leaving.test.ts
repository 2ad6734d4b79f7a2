import { readdir } from "node:fs/promises";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { keepApplicationDraft } from "#app/features/applications/keep-draft.server.ts";
import { requestDeletion } from "#app/features/leaving/request-deletion.server.ts";
import { capturedMailFolder, captureMail } from "#app/platform/captured-mail.server.ts";
import { purgeAccounts } from "#app/worker/purge-accounts.ts";
import { cancelDeletion, findDeletion } from "#db/queries/account-deletions.ts";
import { insertSavedJob, noteSeenJob } from "#db/queries/job-marks.ts";
import { insertResume } from "#db/queries/resumes.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeApplication, makeSnapshot } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { unique } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();

const UUID = /^[0-9a-f-]{36}$/;

const passGrace = (userId: string) =>
  sql`update account_deletions set delete_after = now() - interval '1 minute' where user_id = ${userId}`.execute(
    world.deps.db,
  );

/** Every "table.column" of the database, task tables too, that holds one of these words. */
async function whereFound(words: readonly string[]): Promise<string[]> {
  const { db } = world.deps;
  const { rows } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(db);
  const found: string[] = [];
  for (const { schema, name } of rows) {
    for (const word of words) {
      const hit = await sql<{ hit: boolean }>`
        select exists (select from ${sql.table(`${schema}.${name}`)} as one
          where position(lower(${word}) in lower(one::text)) > 0) as hit`.execute(db);
      // The log of who did what is kept: it holds ids alone.
      const isLogged = name === "audit_entries" && UUID.test(word);
      if (hit.rows[0]?.hit && !isLogged) found.push(`${schema}.${name}: ${word}`);
    }
  }
  return found;
}

/** Somebody with something in every place a person can leave a trace. */
async function makeLeaver() {
  const { deps } = world;
  const { db } = deps;
  const name = `Zephyrine Q${unique()}`;
  const email = `zephyrine-${unique()}@example.com`;
  const viewer = await makeApplicantViewer(db, { user: { name, email } });
  const { userId } = viewer;
  const stored = await deps.files.put(Buffer.from(`resume of ${name}`));
  const resumeId = await insertResume(db, {
    userId,
    filename: `${name}.pdf`,
    file: { ...stored, contentType: "application/pdf" },
  });
  const { fileId } = await db
    .selectFrom("resumes")
    .select("fileId")
    .where("id", "=", resumeId)
    .executeTakeFirstOrThrow();
  const applications = [];
  for (const stage of ["submitted", "rejected", "hired"] as const) {
    const { id } = await makeApplication(db, {
      applicantId: userId,
      stage,
      snapshot: toJson(makeSnapshot({ name, email })),
      coverNote: `I am ${name}.`,
      resumeFileId: fileId,
      resumeFilename: `${name}.pdf`,
    });
    await db
      .insertInto("applicationEvents")
      .values({
        applicationId: id,
        actorId: userId,
        kind: "moved",
        message: `Dear ${name}`,
        shownToApplicant: true,
      })
      .execute();
    await db
      .insertInto("applicationMessages")
      .values({ applicationId: id, senderId: userId, side: "applicant", body: `${name} here` })
      .execute();
    applications.push(id);
  }
  const job = await makeJob(db);
  await insertSavedJob(db, { userId, jobId: job.id });
  await noteSeenJob(db, { userId, jobId: job.id });
  const form = new FormData();
  form.set("coverNote", `Yours, ${name}`);
  await keepApplicationDraft(deps, { userId, slug: job.slug, step: "edit", form });
  await db.transaction().execute(async (trx) => {
    const text = { subject: "Hello", text: `Hello ${name}`, html: "" };
    await deps.tasks.enqueue(trx, "send-mail", { to: { name, address: email }, ...text });
  });
  const inviter = await makeEmployer(db);
  const ids = { userId, employerId: job.employerId };
  await db.insertInto("hiddenFromEmployers").values(ids).execute();
  await db.insertInto("nameReveals").values(ids).execute();
  await db
    .insertInto("profileViews")
    .values({ ...ids, viewedOn: "2026-11-01", resumeOpenedAt: new Date() })
    .execute();
  await db
    .insertInto("applyInvitations")
    .values({ ...ids, jobId: job.id, message: `Hello ${name}`, invitedBy: null, answeredAt: null })
    .execute();
  await sql`
    insert into employer_invitations (employer_id, email, role, token_hash, expires_at)
    values (${inviter.id}, ${email}, 'viewer', ${`${unique()}${"0".repeat(54)}`}, now() + interval '1 day')`.execute(
    db,
  );
  const mail = { to: { name, address: email }, subject: "x", text: "x", html: "x" };
  const from = { name: "CareerCenter", address: "mail@example.com" };
  await captureMail(capturedMailFolder(deps.varDir), {
    id: userId,
    from,
    messageId: userId,
    ...mail,
  });
  return { viewer, userId, name, email, fileId, applications, storageKey: stored.storageKey };
}

describe("Deleting an account", () => {
  it("hides the profile and ends the sessions at once, and is taken back by keeping it", async () => {
    const { db } = world.deps;
    const viewer = await makeApplicantViewer(db, { visibility: "visible" });
    const { userId } = viewer;
    const visibility = async () =>
      (
        await db
          .selectFrom("applicants")
          .select("visibility")
          .where("userId", "=", userId)
          .executeTakeFirstOrThrow()
      ).visibility;
    await Promise.all([1, 2, 3].map(() => requestDeletion(world.deps, { viewer })));
    expect(await visibility()).toBe("hidden");
    const mails = (await world.mails()).filter(({ to }) => to.address === viewer.email);
    expect(mails[0]?.text).toContain("/login");
    await purgeAccounts(world.deps);
    expect(await findDeletion(db, userId)).not.toBeNull();
    expect(await cancelDeletion(db, userId)).toBe(true);
    expect(await visibility()).toBe("visible");
    expect(await cancelDeletion(db, userId)).toBe(false);
  });

  it("leaves nothing of the person in any table, the files or the mail that waits", async () => {
    const { deps } = world;
    const { db } = deps;
    const leaver = await makeLeaver();
    const { userId, name, email, fileId, applications } = leaver;
    const words = [userId, name, email, fileId];
    expect((await whereFound(words)).length).toBeGreaterThan(10);
    await requestDeletion(deps, { viewer: leaver.viewer });
    await passGrace(userId);
    await Promise.all([1, 2, 3].map(() => purgeAccounts(deps)));

    expect(await whereFound(words)).toEqual([]);
    await expect(deps.files.open(leaver.storageKey)).rejects.toThrow();
    expect(await readdir(capturedMailFolder(deps.varDir))).not.toContain(`${userId}.json`);

    const rows = await db
      .selectFrom("applications")
      .select(["stage", "applicantId", "submittedAt"])
      .where("id", "in", applications)
      .execute();
    expect(rows.map(({ stage }) => stage).toSorted()).toEqual(["hired", "rejected", "withdrawn"]);
    expect(new Set(rows.map(({ applicantId }) => applicantId)).size).toBe(3);
    const standIns = await db
      .selectFrom("users")
      .select(["standIn", "suspendedAt"])
      .where(
        "id",
        "in",
        rows.map(({ applicantId }) => applicantId),
      )
      .execute();
    expect(standIns.every(({ standIn, suspendedAt }) => standIn && suspendedAt)).toBe(true);
  });

  it("leaves everyone else alone", async () => {
    const { deps } = world;
    const leaver = await makeLeaver();
    const other = await makeLeaver();
    await requestDeletion(deps, { viewer: leaver.viewer });
    await passGrace(leaver.userId);
    const before = await whereFound([other.userId, other.name, other.email, other.fileId]);
    await purgeAccounts(deps);
    const after = await whereFound([other.userId, other.name, other.email, other.fileId]);
    expect(after).toEqual(before);
    (await deps.files.open(other.storageKey)).destroy();
  });

  it("knows every table that could hold somebody back", async () => {
    const { rows } = await sql<{ name: string }>`
      select conrelid::regclass::text || '.' || attname as name from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'users'::regclass and confdeltype not in ('c', 'n')
      order by 1`.execute(world.deps.db);
    expect(rows.map(({ name }) => name)).toEqual(["applications.applicant_id"]);
  });
});

describe("Deleting an employer's account", () => {
  it("is refused to the only owner while others belong to the employer", async () => {
    const { db } = world.deps;
    const viewer = await makeMemberViewer(db);
    await makeMember(db, viewer.membership.employerId, "recruiter");
    const asked = requestDeletion(world.deps, { viewer });
    await expect(asked).rejects.toMatchObject({ code: "not-allowed", link: "/employer/members" });
    expect(await findDeletion(db, viewer.userId)).toBeNull();
  });

  it("closes the jobs of an employer nobody else belongs to and has applicants told", async () => {
    const { db } = world.deps;
    const viewer = await makeMemberViewer(db);
    const { employerId } = viewer.membership;
    const job = await makeJob(db, { employerId });
    const draft = await makeJob(db, { employerId, status: "draft" });
    await makeApplication(db, { jobId: job.id });
    await requestDeletion(world.deps, { viewer });
    expect(await world.tasks("tell-applicants")).toContainEqual({ jobId: job.id });
    const closed = await db
      .selectFrom("jobs")
      .select(["status", "closeReason"])
      .where("id", "=", job.id)
      .executeTakeFirstOrThrow();
    expect(closed).toEqual({ status: "closed", closeReason: "withdrawn" });

    await passGrace(viewer.userId);
    await purgeAccounts(world.deps);
    expect(await whereFound([viewer.userId, viewer.email])).toEqual([]);
    const left = await db
      .selectFrom("jobs")
      .select("id")
      .where("employerId", "=", employerId)
      .execute();
    expect(left).toEqual([{ id: job.id }]);
    expect(draft.employerId).toBe(employerId);
  });

  it("deletes an employer nobody ever applied to, whole", async () => {
    const { db } = world.deps;
    const viewer = await makeMemberViewer(db);
    const { employerId } = viewer.membership;
    await makeJob(db, { employerId });
    await requestDeletion(world.deps, { viewer });
    await passGrace(viewer.userId);
    await purgeAccounts(world.deps);
    const left = await db
      .selectFrom("employers")
      .select("id")
      .where("id", "=", employerId)
      .execute();
    expect(left).toEqual([]);
  });

  it("makes the longest-standing recruiter the owner if everyone else left meanwhile", async () => {
    const { db } = world.deps;
    const viewer = await makeMemberViewer(db);
    const { employerId } = viewer.membership;
    const second = await makeMember(db, employerId, "owner");
    await makeMember(db, employerId, "viewer");
    const recruiter = await makeMember(db, employerId, "recruiter");
    await requestDeletion(world.deps, { viewer });
    await db.deleteFrom("employerMembers").where("userId", "=", second.id).execute();
    await passGrace(viewer.userId);
    await purgeAccounts(world.deps);
    const owners = await db
      .selectFrom("employerMembers")
      .select("userId")
      .where("employerId", "=", employerId)
      .where("role", "=", "owner")
      .execute();
    expect(owners).toEqual([{ userId: recruiter.id }]);
  });
});
