import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { markUnanswered } from "#app/features/applications/reply-clock/mark-unanswered.server.ts";
import { warnOfReplies } from "#app/features/applications/reply-clock/warn-of-replies.server.ts";
import { refreshReplyRecords } from "#app/worker/job-clocks.ts";
import { updateStage } from "#db/queries/application-writes.ts";
import { countStandingUnanswered } from "#db/queries/reply-clock.ts";
import { findReplyRecord } from "#db/queries/reply-records.ts";
import type { NewApplication } from "#db/schema/applications.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(Date.now() - ms);

const overdue = (values: Partial<NewApplication> = {}) =>
  makeApplication(world.deps.db, { submittedAt: ago(11 * DAY), replyBy: ago(DAY), ...values });
const read = (id: string) =>
  world.deps.db
    .selectFrom("applications")
    .select(["unansweredAt", "firstReplyAt", "version", "replyWarnedAt"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
const events = async (id: string) =>
  (
    await world.deps.db
      .selectFrom("applicationEvents")
      .select(["kind", "shownToApplicant"])
      .where("applicationId", "=", id)
      .execute()
  ).filter(({ kind }) => kind === "unanswered");
const mailsWith = async (words: string) =>
  (await world.mails()).filter(({ subject }) => subject.includes(words));
const markAll = async () => {
  while ((await markUnanswered(world.deps, 100)) > 0);
};

describe("an application whose promised day has passed", () => {
  it("is marked, shown and told once, however many workers look at the same moment", async () => {
    const job = await makeJob(world.deps.db, { title: "Told Once Coder" });
    const ids = await Promise.all(
      Array.from({ length: 12 }, async () => (await overdue({ jobId: job.id })).id),
    );
    await Promise.all(Array.from({ length: 50 }, () => markUnanswered(world.deps, 5)));
    await markAll();
    for (const id of ids) {
      expect((await read(id)).unansweredAt).toBeInstanceOf(Date);
      expect(await events(id)).toEqual([{ kind: "unanswered", shownToApplicant: true }]);
    }
    expect(await mailsWith("Told Once Coder: no answer")).toHaveLength(12);
  });

  it("keeps its version, so that an answer being written is not refused", async () => {
    const { id, version } = await overdue();
    await markAll();
    expect((await read(id)).version).toBe(version);
  });

  it("loses the mark with the answer, and keeps in its history that it came late", async () => {
    const { id } = await overdue();
    await markAll();
    await updateStage(world.deps.db, { id, from: "submitted", version: 1 }, { to: "in-review" });
    expect(await read(id)).toMatchObject({ unansweredAt: null });
    expect(await events(id)).toHaveLength(1);
    await markAll();
    expect(await events(id)).toHaveLength(1);
  });

  it.each([
    ["was answered in time", { firstReplyAt: ago(2 * DAY), stage: "in-review" }],
    ["was withdrawn", { stage: "withdrawn", withdrawnAt: ago(2 * DAY) }],
    ["has days to go", { replyBy: new Date(Date.now() + DAY) }],
    ["was promised no day", { replyBy: null }],
  ] as const)("is not marked when it %s", async (_case, values) => {
    const { id } = await overdue(values);
    await markAll();
    expect((await read(id)).unansweredAt).toBeNull();
    expect(await events(id)).toEqual([]);
  });
});

describe("the reminder of promised answers", () => {
  async function employerWithDue(stopped = false) {
    const { id: employerId } = await makeEmployer(world.deps.db);
    const member = await makeMember(world.deps.db, employerId);
    const viewer = await makeMember(world.deps.db, employerId, "viewer");
    if (stopped) {
      await world.deps.db
        .insertInto("stoppedMails")
        .values({ userId: member.id, mail: "reply-digest" })
        .execute();
    }
    const job = await makeJob(world.deps.db, { employerId });
    const soon = { jobId: job.id, replyBy: new Date(Date.now() + 30 * HOUR) };
    const later = { jobId: job.id, replyBy: new Date(Date.now() + 80 * HOUR) };
    await Promise.all([
      makeApplication(world.deps.db, soon),
      makeApplication(world.deps.db, soon),
      makeApplication(world.deps.db, later),
    ]);
    return { member, viewer };
  }
  const to = async (address: string) =>
    (await world.mails()).filter((mail) => mail.to.address === address);

  it("goes once to those who answer, and counts what is due within two days", async () => {
    const { member, viewer } = await employerWithDue();
    await Promise.all([1, 2, 3].map(() => warnOfReplies(world.deps, 100)));
    const mails = await to(member.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe("2 applications to answer soon");
    expect(mails[0]?.text).toContain("/account/mail");
    expect(await to(viewer.email)).toEqual([]);
  });

  it("does not go to a member who stopped it", async () => {
    const { member } = await employerWithDue(true);
    await warnOfReplies(world.deps, 100);
    expect(await to(member.email)).toEqual([]);
  });
});

describe("an employer's reply record", () => {
  it("equals its definition after any number of changes at once, and changes with the cached pages", async () => {
    const { db } = world.deps;
    const { id: employerId } = await makeEmployer(db);
    const job = await makeJob(db, { employerId });
    const of = (values: Partial<NewApplication>) => overdue({ jobId: job.id, ...values });
    await Promise.all([
      of({ firstReplyAt: ago(10 * DAY) }),
      of({ firstReplyAt: ago(8 * DAY) }),
      of({ firstReplyAt: ago(DAY / 2) }),
      of({}),
      of({ stage: "withdrawn", withdrawnAt: ago(DAY / 2) }),
      of({ stage: "withdrawn", withdrawnAt: ago(5 * DAY) }),
      of({ replyBy: new Date(Date.now() + DAY) }),
      of({ submittedAt: ago(200 * DAY), firstReplyAt: ago(199 * DAY) }),
    ]);
    await Promise.all([1, 2, 3, 4].map(() => refreshReplyRecords(world.deps)));
    const record = await findReplyRecord(db, employerId);
    expect(record).toMatchObject({ counted: 5, answered: 3 });
    expect(Math.round((record?.medianSeconds ?? 0) / 86_400)).toBe(3);

    const changes = () =>
      sql<{ sum: string }>`select sum(changes)::text as sum from public_changes`.execute(db);
    const before = (await changes()).rows[0]?.sum;
    await refreshReplyRecords(world.deps);
    expect((await changes()).rows[0]?.sum).toBe(before);
    await of({ firstReplyAt: ago(9 * DAY) });
    await refreshReplyRecords(world.deps);
    expect(await findReplyRecord(db, employerId)).toMatchObject({ counted: 6, answered: 4 });
    expect((await changes()).rows[0]?.sum).not.toBe(before);
  });

  it("does not make two members who answer at once wait for each other", async () => {
    const { db } = world.deps;
    const { id: employerId } = await makeEmployer(db);
    const job = await makeJob(db, { employerId });
    const ids = await Promise.all(
      Array.from({ length: 50 }, async () => (await overdue({ jobId: job.id })).id),
    );
    await Promise.all(
      ids.map((id) => updateStage(db, { id, from: "submitted", version: 1 }, { to: "in-review" })),
    );
    await refreshReplyRecords(world.deps);
    expect(await findReplyRecord(db, employerId)).toMatchObject({ counted: 50, answered: 50 });
  });
});

describe("what stands unanswered", () => {
  it("is overdue while the job is open, and everything unanswered once it has ended", async () => {
    const { db } = world.deps;
    const open = await makeJob(db);
    const ended = await makeJob(db, { status: "closed", closeReason: "filled" });
    const waiting = { replyBy: new Date(Date.now() + DAY) };
    for (const { id: jobId } of [open, ended]) {
      await makeApplication(db, { jobId, ...waiting });
      await makeApplication(db, { jobId, stage: "rejected", firstReplyAt: new Date() });
      await makeApplication(db, { jobId, stage: "withdrawn" });
    }
    expect(await countStandingUnanswered(db, open.id)).toBe(0);
    expect(await countStandingUnanswered(db, ended.id)).toBe(1);
    await overdue({ jobId: open.id });
    expect(await countStandingUnanswered(db, open.id)).toBe(1);
  });
});
