import { beforeEach, describe, expect, it } from "vitest";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { addNote } from "#app/features/applications/add-note.server.ts";
import { rateApplication } from "#app/features/applications/rate-application.server.ts";
import { readEmployerApplication } from "#app/features/applications/read-employer-application.server.ts";
import {
  readMentions,
  readWaitingMentions,
} from "#app/features/applications/read-mentions.server.ts";
import { settleMention } from "#app/features/applications/settle-mention.server.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.server.ts";
import type { Application } from "#db/schema/applications.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

type Member = Viewer & { membership: Membership };

const world = setUpDeps();
let owner: Member;
let riley: Member;
let reader: Member;
let applicant: Viewer;
let application: Application;

const named = async (name: string, role: Membership["role"], employerId?: string) => {
  const viewer = await makeMemberViewer(world.deps.db, { role, ...(employerId && { employerId }) });
  await world.deps.db.updateTable("users").set({ name }).where("id", "=", viewer.userId).execute();
  return { ...viewer, name };
};

beforeEach(async () => {
  const { db } = world.deps;
  owner = await named("Morgan Owner", "owner");
  const { employerId } = owner.membership;
  riley = await named("Riley Desk", "recruiter", employerId);
  reader = await named("Vera Reader", "viewer", employerId);
  applicant = await makeApplicantViewer(db);
  const job = await makeJob(db, { employerId });
  application = await makeApplication(db, { jobId: job.id, applicantId: applicant.userId });
});

const rate = (viewer: Viewer, score: number | null) =>
  rateApplication(world.deps, { viewer, applicationId: application.id, score });
const note = (viewer: Viewer, body: string, tell: string[] = []) =>
  addNote(world.deps, { viewer, applicationId: application.id, body, tell });
const waiting = async (viewer: Member) => (await readWaitingMentions(world.deps, viewer)).lines;
const read = (viewer: Member) =>
  readEmployerApplication(world.deps, { viewer, applicationId: application.id });
const average = async () =>
  (
    await world.deps.db
      .selectFrom("applications")
      .select("ratingAverage")
      .where("id", "=", application.id)
      .executeTakeFirstOrThrow()
  ).ratingAverage;
const mailsTo = async (viewer: Viewer) =>
  (await world.mails()).filter(({ to }) => to.address === viewer.email);

describe("rating an application", () => {
  it("is each member's own, can be changed and taken back, and shows its average", async () => {
    await rate(owner, 5);
    await rate(riley, 2);
    expect(await average()).toBe(3.5);
    await rate(riley, 4);
    expect((await read(owner))?.ratings).toEqual({
      average: 4.5,
      own: 5,
      all: [
        { name: "Morgan Owner", score: 5 },
        { name: "Riley Desk", score: 4 },
      ],
    });
    await rate(owner, null);
    expect(await average()).toBe(4);
    await rate(riley, null);
    expect(await average()).toBeNull();
  });

  it("counts every one of thirty members who rate at once", async () => {
    const { employerId } = owner.membership;
    const members = await Promise.all(
      Array.from({ length: 30 }, () => makeMemberViewer(world.deps.db, { employerId })),
    );
    await Promise.all(members.map((member, index) => rate(member, (index % 5) + 1)));
    expect(await average()).toBe(3);
  });

  it("does not stand in the way of a colleague's move", async () => {
    await rate(owner, 5);
    expect((await read(riley))?.version).toBe(application.version);
  });

  it("goes with the member, and with what the applicant takes back", async () => {
    await rate(owner, 1);
    await rate(riley, 5);
    await world.deps.db
      .deleteFrom("applicationRatings")
      .where("userId", "=", riley.userId)
      .execute();
    expect(await average()).toBe(1);
    await withdrawApplication(world.deps, { viewer: applicant, applicationId: application.id });
    expect(await average()).toBeNull();
    await expect(rate(owner, 3)).rejects.toMatchObject({ code: "illegal-move" });
  });

  it("may not be done by viewers and strangers, nor beyond the scale", async () => {
    await expect(rate(reader, 5)).rejects.toMatchObject({ code: "not-allowed" });
    for (const stranger of [applicant, await makeMemberViewer(world.deps.db)]) {
      await expect(rate(stranger, 5)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(rate(owner, 6)).rejects.toThrow(/score_range/);
    expect(await average()).toBeNull();
  });
});

describe("mentioning members in a note", () => {
  it("tells those named or chosen, once each, by mail and on their desk; viewers too", async () => {
    await note(owner, "Strong. @riley desk, can you call? @Vera Reader", [riley.userId]);
    const [line, ...others] = await waiting(riley);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ applicationId: application.id, by: "Morgan Owner" });
    expect(await waiting(reader)).toHaveLength(1);
    const [mail, ...more] = await mailsTo(riley);
    expect(more).toEqual([]);
    expect(mail!.subject).toContain("Morgan Owner mentioned you");
    expect(mail!.text).not.toContain("can you call");
    expect((await read(owner))?.notes[0]?.told).toEqual(["Riley Desk", "Vera Reader"]);
    expect(await mailsTo(applicant)).toEqual([]);
  });

  it("tells nobody who is not a member, and not oneself", async () => {
    const stranger = await named("Sasha Stranger", "owner");
    await note(owner, "@Sasha Stranger and @Morgan Owner, mail riley@riley desk.example");
    expect(await waiting(stranger)).toEqual([]);
    expect(await waiting(owner)).toEqual([]);
    expect(await waiting(riley)).toEqual([]);
    await expect(note(owner, "Look", [stranger.userId])).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    expect((await read(owner))?.notes).toHaveLength(1);
  });

  it("sends no mail to who stopped such mails, and keeps the mention on their desk", async () => {
    await world.deps.db
      .insertInto("stoppedMails")
      .values({ userId: riley.userId, mail: "note-mention" })
      .execute();
    await note(owner, "@Riley Desk");
    expect(await mailsTo(riley)).toEqual([]);
    expect(await waiting(riley)).toHaveLength(1);
  });

  it("is put aside and taken up again by the one mentioned alone", async () => {
    await note(owner, "@Riley Desk");
    const noteId = (await waiting(riley))[0]!.noteId;
    await settleMention(world.deps, { viewer: owner, noteId, done: true });
    expect(await waiting(riley)).toHaveLength(1);
    await settleMention(world.deps, { viewer: riley, noteId, done: true });
    expect(await waiting(riley)).toEqual([]);
    const done = await readMentions(world.deps, { viewer: riley, done: true, page: 9 });
    expect(done).toMatchObject({ waiting: 0, total: 1, page: 1 });
    await settleMention(world.deps, { viewer: riley, noteId, done: false });
    expect(await waiting(riley)).toHaveLength(1);
  });

  it("is read no more by who acts for another employer, and goes when the applicant withdraws", async () => {
    await note(owner, "@Riley Desk");
    const elsewhere = { ...riley.membership, employerId: crypto.randomUUID() };
    expect(await waiting({ ...riley, membership: elsewhere })).toEqual([]);
    await withdrawApplication(world.deps, { viewer: applicant, applicationId: application.id });
    expect(await waiting(riley)).toEqual([]);
  });
});
