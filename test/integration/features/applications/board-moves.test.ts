import { beforeEach, describe, expect, it } from "vitest";
import {
  APPLICATION_STAGES,
  type ApplicationStage,
  canTakeBack,
  employerMoves,
} from "#app/domain/application-stage.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { moveApplication } from "#app/features/applications/move-application.server.ts";
import { readMoveNotice } from "#app/features/applications/pipeline/move-notice.server.ts";
import { readOwnApplication } from "#app/features/applications/read-own-application.server.ts";
import { tellMoved } from "#app/features/applications/tell-moved.server.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.server.ts";
import type { Application } from "#db/schema/applications.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
let owner: Viewer & { membership: Membership };
let applicant: Viewer;
let application: Application;

beforeEach(async () => {
  const { db } = world.deps;
  owner = await makeMemberViewer(db);
  applicant = await makeApplicantViewer(db);
  const job = await makeJob(db, { employerId: owner.membership.employerId });
  application = await makeApplication(db, { jobId: job.id, applicantId: applicant.userId });
});

const find = () =>
  world.deps.db
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", application.id)
    .executeTakeFirstOrThrow();
const stand = (stage: ApplicationStage) =>
  world.deps.db
    .updateTable("applications")
    .set({ stage })
    .where("id", "=", application.id)
    .execute();
const events = () =>
  world.deps.db
    .selectFrom("applicationEvents")
    .select(["fromStage", "toStage", "kind", "actorId"])
    .where("applicationId", "=", application.id)
    .orderBy("createdAt")
    .execute();
const mails = async () => (await world.mails()).filter(({ to }) => to.address === applicant.email);
const move = async (stage: ApplicationStage, viewer: Viewer = owner, version?: number) =>
  moveApplication(world.deps, {
    viewer,
    applicationId: application.id,
    input: { stage, message: "", version: version ?? (await find()).version },
    tell: "soon",
  });
const tellings = async () =>
  (await world.tasks("tell-moved")).filter((task) => task.applicationId === application.id);
const tellAll = async () => {
  for (const task of await tellings()) await tellMoved(world.deps, task);
};
const notice = (viewer: Viewer = owner) =>
  readMoveNotice(world.deps, {
    viewer,
    jobId: application.jobId,
    applicationId: application.id,
  });

const everyPair = APPLICATION_STAGES.flatMap((from) =>
  APPLICATION_STAGES.map((to) => ({ from, to })),
);

describe("the lifecycle through the use case", () => {
  const legal = ({ from, to }: { from: ApplicationStage; to: ApplicationStage }) =>
    to !== "rejected" && employerMoves(from).includes(to);

  it.each(everyPair.filter(legal))(
    "moves from $from to $to, as one event",
    async ({ from, to }) => {
      await stand(from);
      await move(to);
      expect(await find()).toMatchObject({ stage: to, version: application.version + 1 });
      expect(await events()).toEqual([
        { kind: "moved", fromStage: from, toStage: to, actorId: owner.userId },
      ]);
      // Taking it back is offered exactly where the same table lets it happen.
      const undo = (await notice())?.undo ?? null;
      expect(undo?.stage ?? null).toBe(canTakeBack(from, to) ? from : null);
      if (undo) {
        await move(undo.stage, owner, undo.version);
        expect((await find()).stage).toBe(from);
      }
    },
  );

  it.each(everyPair.filter((pair) => !legal(pair)))(
    "refuses to go from $from to $to, and changes nothing",
    async ({ from, to }) => {
      await stand(from);
      await expect(move(to)).rejects.toMatchObject({ code: "illegal-move" });
      expect(await find()).toMatchObject({ stage: from, version: application.version });
      expect(await events()).toEqual([]);
      expect(await tellings()).toEqual([]);
    },
  );
});

describe("two who act at once", () => {
  it("exactly one of fifty parallel moves wins each version", async () => {
    const { employerId } = owner.membership;
    const recruiter = await makeMemberViewer(world.deps.db, { employerId, role: "recruiter" });
    const stages: ApplicationStage[] = ["in-review", "assessment", "interview", "offer"];
    for (let round = 0; round < 3; round += 1) {
      const { version, stage } = await find();
      const targets = stages.filter((one) => one !== stage);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 50 }, (_, n) =>
          move(targets[n % targets.length]!, n % 2 ? owner : recruiter, version),
        ),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const one of outcomes) {
        if (one.status === "rejected") expect(one.reason.code).toBe("changed-meanwhile");
      }
      expect((await find()).version).toBe(version + 1);
      expect(await events()).toHaveLength(round + 1);
    }
  }, 60_000);

  it("the later one learns who did what meanwhile", async () => {
    const { employerId } = owner.membership;
    const riley = await makeMemberViewer(world.deps.db, { employerId, role: "recruiter" });
    await world.deps.db
      .updateTable("users")
      .set({ name: "Riley Desk" })
      .where("id", "=", riley.userId)
      .execute();
    await move("interview", riley);
    await expect(move("offer", owner, application.version)).rejects.toMatchObject({
      code: "changed-meanwhile",
      message: expect.stringMatching(/Riley Desk moved it to “Interview” on .* now “Interview”/),
    });
    await withdrawApplication(world.deps, { viewer: applicant, applicationId: application.id });
    await expect(move("offer", owner, application.version)).rejects.toMatchObject({
      message: expect.stringContaining("the applicant withdrew it"),
    });
  });
});

describe("telling the applicant of a wordless move", () => {
  const timeline = async () =>
    (
      await readOwnApplication(world.deps, { viewer: applicant, applicationId: application.id })
    )?.timeline.map(({ title }) => title);

  it("waits two minutes, then mails and shows it", async () => {
    await move("interview");
    expect(await mails()).toEqual([]);
    expect(await timeline()).toEqual([]);
    await tellAll();
    expect((await mails())[0]!.subject).toContain("Interview");
    expect(await timeline()).toEqual(["Interview"]);
  });

  it("says nothing of a slip that was taken back", async () => {
    await move("in-review");
    await tellAll();
    const undone = await tellings();
    await move("offer");
    await move("in-review");
    expect(await tellings()).toHaveLength(undone.length + 1);
    await tellAll();
    expect(await mails()).toHaveLength(1);
    expect(await timeline()).toEqual(["In review"]);
  });

  it("tells of the last of several moves, once", async () => {
    await move("in-review");
    await move("assessment");
    await move("in-review");
    await tellAll();
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("In review"),
    ]);
  });

  it("stays silent when the applicant has withdrawn by then", async () => {
    await move("in-review");
    await withdrawApplication(world.deps, { viewer: applicant, applicationId: application.id });
    await tellAll();
    expect(await mails()).toEqual([]);
  });

  it("offers the way back to the one who moved, for a while", async () => {
    const { employerId } = owner.membership;
    const colleague = await makeMemberViewer(world.deps.db, { employerId });
    await stand("interview");
    await move("offer");
    expect(await notice()).toMatchObject({ to: "Offer", untold: true, undo: { version: 2 } });
    expect(await notice(colleague)).toBeNull();
    world.clock.advance(11 * 60);
    expect(await notice()).toBeNull();
    world.clock.advance(-11 * 60);
  });
});
