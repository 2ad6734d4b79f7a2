import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { decideEmployer } from "#app/features/admin/decide-employer.server.ts";
import { moveApplication } from "#app/features/applications/move-application.server.ts";
import { readOwnApplication } from "#app/features/applications/read-own-application.server.ts";
import { readOwnApplications } from "#app/features/applications/read-own-applications.server.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.server.ts";
import { readThread } from "#app/features/messages/read-thread.server.ts";
import { sendMessage } from "#app/features/messages/send-message.server.ts";
import { listDigestMembers } from "#db/queries/reply-digests.ts";
import { listConfirmingMembers } from "#db/queries/still-hiring.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
let owner: Viewer & { membership: Membership };
let applicant: Viewer;
let applicationId: string;
let adminId: string;

const decide = async (action: "suspend" | "lift") => {
  const { employerId } = owner.membership;
  const { version } = await world.deps.db
    .selectFrom("employers")
    .select("version")
    .where("id", "=", employerId)
    .executeTakeFirstOrThrow();
  const decision = action === "lift" ? { action } : { action, reason: "Asked coders for money." };
  await decideEmployer(world.deps, { adminId, employerId, version, decision });
  // As the next request of a member carries it.
  owner.membership.suspended = action === "suspend";
};
const send = (viewer: Viewer) =>
  sendMessage(world.deps, {
    viewer,
    applicationId,
    input: { body: "Are you there?", idempotencyKey: randomUUID() },
  });
const move = () =>
  moveApplication(world.deps, {
    viewer: owner,
    applicationId,
    input: { stage: "interview", version: 1, message: "" },
  });
const mailsTo = async ({ email }: Viewer) =>
  (await world.mails()).filter(({ to }) => to.address === email).map(({ subject }) => subject);

beforeEach(async () => {
  const { db } = world.deps;
  const employer = await makeEmployer(db, { name: "Harborline Heart" });
  owner = await makeMemberViewer(db, { employerId: employer.id });
  applicant = await makeApplicantViewer(db);
  adminId = (await makeUser(db, { kind: "admin" })).id;
  const job = await makeJob(db, { employerId: employer.id, title: "Cath Lab Coder" });
  const replyBy = new Date(Date.now() + 5 * 86_400_000);
  const row = await makeApplication(db, { jobId: job.id, applicantId: applicant.userId, replyBy });
  applicationId = row.id;
});

describe("members of a suspended employer", () => {
  it("read and answer nobody's application, and can again once it is lifted", async () => {
    await decide("suspend");
    const read = () => readThread(world.deps, { viewer: owner, applicationId });
    for (const refused of [() => send(owner), move, read]) {
      await expect(refused()).rejects.toMatchObject({ code: "not-found" });
    }
    await decide("lift");
    await send(owner);
    await move();
  });

  it("who were let in a moment before write nothing either", async () => {
    await decide("suspend");
    owner.membership.suspended = false;
    await expect(send(owner)).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("learn it by mail with the reason, and get no mail about applicants and jobs", async () => {
    const { employerId } = owner.membership;
    expect(await listDigestMembers(world.deps.db, employerId)).toHaveLength(1);
    await decide("suspend");
    await withdrawApplication(world.deps, { viewer: applicant, applicationId });
    expect(await mailsTo(owner)).toEqual(["Harborline Heart is suspended on CareerCenter"]);
    expect(await listDigestMembers(world.deps.db, employerId)).toEqual([]);
    expect(await listConfirmingMembers(world.deps.db, employerId)).toEqual([]);
  });
});

describe("the applicants of a suspended employer", () => {
  it("read that their application stands still, not that the job has ended or an answer is due", async () => {
    await decide("suspend");
    const page = await readOwnApplication(world.deps, { viewer: applicant, applicationId });
    expect(page).toMatchObject({
      reply: "",
      jobEnded: { why: expect.stringContaining("suspended this employer") },
      nextStep: expect.stringContaining("withdraw"),
      mayWithdraw: true,
    });
    const list = await readOwnApplications(world.deps, {
      viewer: applicant,
      list: "open",
      page: 1,
    });
    expect(list.lines[0]?.note).toBe(page?.jobEnded?.why);
    await decide("lift");
    const after = await readOwnApplication(world.deps, { viewer: applicant, applicationId });
    expect(after).toMatchObject({ jobEnded: null, reply: expect.stringContaining("promised") });
  });

  it("keep what was written, and are told why nothing can be added", async () => {
    await send(applicant);
    await decide("suspend");
    const thread = await readThread(world.deps, { viewer: applicant, applicationId });
    expect(thread.messages).toHaveLength(1);
    expect(thread.closed).toContain("suspended");
    await expect(send(applicant)).rejects.toMatchObject({ code: "not-allowed" });
  });
});
