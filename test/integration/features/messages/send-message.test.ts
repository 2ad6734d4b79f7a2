import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.server.ts";
import { readThread } from "#app/features/messages/read-thread.server.ts";
import { sendMessage } from "#app/features/messages/send-message.server.ts";
import { insertMessage, markRead, updateReadReceipts } from "#db/queries/messages.ts";
import { replaceStoppedMails } from "#db/queries/stopped-mails.ts";
import type { Application } from "#db/schema/applications.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
let owner: Viewer & { membership: Membership };
let recruiter: Viewer & { membership: Membership };
let applicant: Viewer;
let application: Application;

beforeEach(async () => {
  const { db } = world.deps;
  owner = await makeMemberViewer(db);
  const { employerId } = owner.membership;
  recruiter = await makeMemberViewer(db, { employerId, role: "recruiter" });
  applicant = await makeApplicantViewer(db);
  const job = await makeJob(db, { employerId, title: "Cath Lab Coder" });
  application = await makeApplication(db, { jobId: job.id, applicantId: applicant.userId });
});

const send = (viewer: Viewer, body = "Can we talk on Tuesday?", idempotencyKey = randomUUID()) =>
  sendMessage(world.deps, {
    viewer,
    applicationId: application.id,
    input: { body, idempotencyKey },
  });
const read = (viewer: Viewer) => readThread(world.deps, { viewer, applicationId: application.id });
const find = () =>
  world.deps.db
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", application.id)
    .executeTakeFirstOrThrow();
const thread = () =>
  world.deps.db
    .selectFrom("messageThreads")
    .selectAll()
    .where("applicationId", "=", application.id)
    .executeTakeFirst();
const bodies = async () => (await read(owner)).messages.map(({ body }) => body);
const mailsTo = async ({ email }: Viewer) =>
  (await world.mails()).filter(({ to }) => to.address === email);

describe("writing to an applicant", () => {
  it("keeps the message, mails it in full with the sender's name, and links to the thread", async () => {
    await send(recruiter, "Can we talk?\n<b>Tuesday</b> at 10.");
    const [mail, ...others] = await mailsTo(applicant);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe("Message about your application for Cath Lab Coder");
    expect(mail!.text).toContain(`${recruiter.name} of `);
    expect(mail!.text).toContain("Can we talk?\n<b>Tuesday</b> at 10.");
    expect(mail!.html).toContain("&lt;b&gt;Tuesday&lt;/b&gt; at 10.");
    const url = `http://localhost:3000/applicant/applications/${application.id}/messages`;
    expect(mail!.text).toContain(url);
    expect(mail!.html).toContain(url);
    expect((await read(applicant)).messages).toMatchObject([
      { mine: false, body: "Can we talk?\n<b>Tuesday</b> at 10." },
    ]);
  });

  it("fills the fields in, and what is filled in is not read for fields again", async () => {
    await world.deps.db
      .updateTable("applications")
      .set({
        snapshot: JSON.stringify({ name: "{sender} Coder" }),
        replyBy: new Date("2026-12-03T12:00:00Z"),
      })
      .where("id", "=", application.id)
      .execute();
    await send(owner, "Hello { Applicant  first name }, {job title} by {reply-by date}. {sender}");
    expect(await bodies()).toEqual([
      `Hello {sender}, Cath Lab Coder by December 3, 2026. ${owner.name}`,
    ]);
  });

  it("is refused when a field has nothing to say, and nothing is kept", async () => {
    await expect(send(owner, "We answer by {reply-by date}.")).rejects.toMatchObject({
      code: "incomplete",
    });
    expect(await thread()).toBeUndefined();
    expect(await mailsTo(applicant)).toEqual([]);
  });

  it("counts as the first reply, once", async () => {
    expect((await find()).firstReplyAt).toBeNull();
    await send(owner);
    const first = (await find()).firstReplyAt;
    expect(first).toBeInstanceOf(Date);
    await send(owner, "One more thing.");
    expect(await find()).toMatchObject({ firstReplyAt: first, version: application.version });
  });

  it("sends no mail to an applicant who wants none, and keeps the message", async () => {
    const { userId } = applicant;
    await replaceStoppedMails(world.deps.db, { userId, mails: ["new-message"] });
    await send(owner);
    expect(await mailsTo(applicant)).toEqual([]);
    expect(await thread()).toMatchObject({ applicantUnread: 1 });
  });
});

describe("answering an employer", () => {
  it("mails every member who answers, without the applicant's address anywhere", async () => {
    await send(applicant, "Tuesday is fine.");
    expect((await find()).firstReplyAt).toBeNull();
    for (const member of [owner, recruiter]) {
      const [mail, ...others] = await mailsTo(member);
      expect(others).toEqual([]);
      expect(mail!.text).toContain("Tuesday is fine.");
      expect(mail!.text).toContain(`/employer/applications/${application.id}/messages`);
      expect(JSON.stringify(mail)).not.toContain(applicant.email);
    }
  });

  it("mails only the members who write in the thread once one does", async () => {
    await send(recruiter);
    await send(applicant, "Tuesday is fine.");
    expect(await mailsTo(recruiter)).toHaveLength(1);
    expect(await mailsTo(owner)).toEqual([]);
  });

  it("takes braces literally", async () => {
    await send(applicant, "I use {sender} in macros.");
    expect(await bodies()).toEqual(["I use {sender} in macros."]);
  });
});

describe("who may write and read", () => {
  it("may not be written by a viewer, who reads and leaves the thread unread", async () => {
    await send(applicant, "Hello?");
    const { employerId } = owner.membership;
    const viewer = await makeMemberViewer(world.deps.db, { employerId, role: "viewer" });
    await expect(send(viewer)).rejects.toMatchObject({ code: "not-allowed" });
    const seen = await read(viewer);
    expect(seen.messages).toHaveLength(1);
    expect(seen.closed).toMatch(/Your role is viewer/);
    expect(await thread()).toMatchObject({ employerUnread: 1 });
  });

  it("does not exist for another employer, another applicant or an admin", async () => {
    await send(owner);
    const strangers = [
      await makeMemberViewer(world.deps.db),
      await makeApplicantViewer(world.deps.db),
      { ...applicant, userId: randomUUID(), kind: "admin" as const },
    ];
    for (const stranger of strangers) {
      await expect(send(stranger)).rejects.toMatchObject({ code: "not-found" });
      await expect(read(stranger)).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await bodies()).toHaveLength(1);
  });

  it.each(["rejected", "hired"] as const)("goes on after %s", async (stage: ApplicationStage) => {
    await world.deps.db
      .updateTable("applications")
      .set({ stage })
      .where("id", "=", application.id)
      .execute();
    await send(applicant, "What decided it?");
    await send(owner, "More years in the cath lab.");
    expect(await bodies()).toEqual(["What decided it?", "More years in the cath lab."]);
  });

  it("stops when the applicant withdraws, and stays readable without the name", async () => {
    await send(owner);
    await send(applicant, "Tuesday is fine.");
    await withdrawApplication(world.deps, { viewer: applicant, applicationId: application.id });
    for (const viewer of [owner, applicant]) {
      await expect(send(viewer, "Still there?")).rejects.toMatchObject({ code: "illegal-move" });
      expect((await read(viewer)).messages).toHaveLength(2);
      expect((await read(viewer)).closed).toMatch(/withdrew/);
    }
    const shown = await read(owner);
    expect(shown.other).toBe("The applicant");
    expect(JSON.stringify(shown)).not.toContain("Alex");
  });

  it("is slowed down before it becomes a flood", async () => {
    for (let n = 0; n < 20; n += 1) await send(applicant, `Hello ${n}`);
    await expect(send(applicant, "Hello again")).rejects.toMatchObject({
      code: "too-many-attempts",
    });
    expect((await read(owner)).count).toBe(20);
  });
});

describe("clicking and racing", () => {
  it("sends once however often the button is clicked", async () => {
    const key = randomUUID();
    const ids = await Promise.all(Array.from({ length: 50 }, () => send(owner, "Once.", key)));
    expect(new Set(ids).size).toBe(1);
    expect(await bodies()).toEqual(["Once."]);
    expect(await mailsTo(applicant)).toHaveLength(1);
    expect(await thread()).toMatchObject({ applicantUnread: 1 });
    await expect(send(owner, "Twice.", key)).rejects.toMatchObject({ code: "key-reused" });
  });

  it("loses none of 50 that are sent at once from both sides", async () => {
    const both = Array.from({ length: 50 }, (_, n) =>
      n < 15 ? send(applicant, `applicant ${n}`) : send(owner, `owner ${n}`),
    );
    await Promise.all(both);
    expect(await thread()).toMatchObject({ applicantUnread: 35, employerUnread: 15 });
    expect((await read(applicant)).count).toBe(50);
  });

  it("never adds a message after a withdrawal that ran at the same time", async () => {
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 24 }, (_, n) => send(owner, `Message ${n}`)),
      withdrawApplication(world.deps, { viewer: applicant, applicationId: application.id }),
      ...Array.from({ length: 24 }, (_, n) => send(recruiter, `Word ${n}`)),
    ]);
    const sent = outcomes.filter((one) => one.status === "fulfilled").length - 1;
    for (const one of outcomes) {
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "illegal-move" });
    }
    const { withdrawnAt } = await find();
    const { messages, count } = await read(owner);
    expect(count).toBe(sent);
    for (const { at } of messages) {
      expect(new Date(at).getTime()).toBeLessThanOrEqual(withdrawnAt!.getTime() + 1_000);
    }
    await expect(send(owner)).rejects.toMatchObject({ code: "illegal-move" });
  });
});

describe("knowing what has been read", () => {
  const receipts = (on: boolean) =>
    updateReadReceipts(world.deps.db, { userId: applicant.userId, on });
  const readAt = async () => (await read(owner)).messages[0]!.readAt;

  it("is not told to the employer unless the applicant lets it be", async () => {
    await send(owner);
    await read(applicant);
    expect(await thread()).toMatchObject({ applicantUnread: 0 });
    expect(await readAt()).toBeNull();
    await receipts(true);
    expect(await readAt()).toBeNull();
  });

  it("is told from then on while the applicant agrees", async () => {
    await receipts(true);
    await send(owner);
    expect(await readAt()).toBeNull();
    await read(applicant);
    expect(await readAt()).not.toBeNull();
    await receipts(false);
    expect(await readAt()).toBeNull();
  });

  it("is never told to the applicant", async () => {
    await send(applicant, "Hello?");
    await read(owner);
    expect(await thread()).toMatchObject({ employerUnread: 0 });
    expect((await read(applicant)).messages[0]!.readAt).toBeNull();
  });

  it("leaves a message unread that nobody has been shown", async () => {
    for (let n = 0; n < 3; n += 1) await send(owner, `Message ${n}`);
    await read(applicant);
    await send(owner, "Later.");
    expect(await thread()).toMatchObject({ applicantUnread: 1 });
  });
});

it("leaves a message unread that arrives while an earlier one is being marked as read", async () => {
  await send(applicant, "One");
  const { db } = world.deps;
  const until = new Date();
  const reading = { done: Promise.resolve() };
  await db.transaction().execute(async (trx) => {
    const { employerId } = owner.membership;
    const { id: applicationId, applicantId } = application;
    const of = { id: randomUUID(), applicationId, employerId, applicantId, senderId: applicantId };
    await insertMessage(trx, { ...of, side: "applicant", body: "Two" });
    reading.done = markRead(db, { applicationId, reader: "employer", until });
    await setTimeout(200);
  });
  await reading.done;
  expect(await thread()).toMatchObject({ employerUnread: 1 });
});
