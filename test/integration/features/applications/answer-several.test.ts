import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { moveApplication } from "#app/features/applications/move-application.server.ts";
import {
  answerSeveral,
  type SharedAnswer,
} from "#app/features/applications/pipeline/answer-several.server.ts";
import { readBulkReport } from "#app/features/applications/pipeline/read-bulk-report.server.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

type Member = Viewer & { membership: Membership };

const NO: SharedAnswer = { kind: "reject", reason: "filled", rejectMessage: "Thank you." };
const TEST: SharedAnswer = { kind: "move", stage: "assessment", message: "A test follows." };

const world = setUpDeps();
let owner: Member;
let jobId: string;

beforeEach(async () => {
  owner = await makeMemberViewer(world.deps.db);
  jobId = (await makeJob(world.deps.db, { employerId: owner.membership.employerId })).id;
});

async function apply(stage: ApplicationStage = "submitted", job = jobId) {
  const { user } = await makeApplicant(world.deps.db);
  const row = await makeApplication(world.deps.db, { jobId: job, applicantId: user.id, stage });
  return { id: row.id, version: row.version, email: user.email };
}
type Applied = Awaited<ReturnType<typeof apply>>;

const send = (applied: Applied[], answer: SharedAnswer, key = randomUUID(), viewer = owner) =>
  answerSeveral(world.deps, {
    viewer,
    jobId,
    key,
    seen: applied.map(({ id, version }) => ({ id, version })),
    answer,
  });
const report = (answerId: string, viewer = owner) =>
  readBulkReport(world.deps, { viewer, jobId, answerId, back: null });
const stageOf = async ({ id }: Applied) =>
  (
    await world.deps.db
      .selectFrom("applications")
      .select("stage")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
  ).stage;
const mailsTo = async ({ email }: Applied) =>
  (await world.mails()).filter(({ to }) => to.address === email);
const eventsOf = ({ id }: Applied) =>
  world.deps.db
    .selectFrom("applicationEvents")
    .select(["kind", "message", "actorId"])
    .where("applicationId", "=", id)
    .execute();

describe("answering several applications at once", () => {
  it("declines each with the reason, in a mail and an event of its own", async () => {
    const all = await Promise.all(Array.from({ length: 23 }, () => apply()));
    const key = randomUUID();
    await send(all, NO, key);
    for (const one of all) {
      expect(await stageOf(one)).toBe("rejected");
      const [mail, ...others] = await mailsTo(one);
      expect(others).toEqual([]);
      expect(mail!.text).toContain("The job has been filled");
      expect(mail!.text).toContain("Thank you.");
      expect(await eventsOf(one)).toMatchObject([{ kind: "rejected", actorId: owner.userId }]);
    }
    const told = await report(key);
    expect(told.done).toHaveLength(23);
    expect(told.refused).toEqual([]);
  });

  it("fills the fields of a template for each, and leaves out whom it has nothing for", async () => {
    const [one, two] = [await apply(), await apply()];
    const words = "Dear {applicant first name}, thank you for asking about {job title}. {sender}";
    await send([one], { ...NO, rejectMessage: words });
    const [mail] = await mailsTo(one);
    expect(mail!.text).toContain("Dear Alex, thank you for asking about Interventional");
    const key = randomUUID();
    await send([two], { ...NO, rejectMessage: "By {reply-by date}." }, key);
    expect((await report(key)).refused).toMatchObject([{ id: two.id }]);
    expect(await stageOf(two)).toBe("submitted");
  });

  it("moves what may move and says of the rest why not", async () => {
    const [fresh, hired, changed] = [await apply(), await apply("hired"), await apply("in-review")];
    await moveApplication(world.deps, {
      viewer: owner,
      applicationId: changed.id,
      input: { stage: "interview", message: "", version: changed.version },
    });
    const key = randomUUID();
    await send([fresh, hired, changed], TEST, key);
    expect(await stageOf(fresh)).toBe("assessment");
    expect(await stageOf(hired)).toBe("hired");
    expect(await stageOf(changed)).toBe("interview");
    const { done, refused } = await report(key);
    expect(done.map(({ id }) => id)).toEqual([fresh.id]);
    const why = new Map(refused.map((one) => [one.id, one.why]));
    expect(why.get(hired.id)).toContain("“Hired” cannot move");
    expect(why.get(changed.id)).toMatch(/Morgan Member moved it to “Interview” on .* Nothing was/);
    expect(await mailsTo(hired)).toEqual([]);
  });

  it("does it once however often the form is sent, also at once", async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => apply()));
    const key = randomUUID();
    await Promise.all(Array.from({ length: 8 }, () => send(all, NO, key)));
    await send(all, NO, key);
    for (const one of all) {
      expect(await mailsTo(one)).toHaveLength(1);
      expect(await eventsOf(one)).toHaveLength(1);
    }
    expect((await report(key)).done).toHaveLength(12);
  });

  it("refuses a key that was used for something else", async () => {
    const one = await apply();
    const key = randomUUID();
    await send([one], TEST, key);
    await expect(send([one], NO, key)).rejects.toMatchObject({ code: "key-reused" });
    expect(await stageOf(one)).toBe("assessment");
  });

  it("goes on where a crash has stopped it", async () => {
    const all = await Promise.all(Array.from({ length: 11 }, () => apply()));
    const last = all.reduce((a, b) => (a.id > b.id ? a : b));
    const key = randomUUID();
    let calls = 0;
    const failing = {
      ...world.deps,
      tasks: {
        ...world.deps.tasks,
        enqueue: (...args: Parameters<typeof world.deps.tasks.enqueue>) => {
          calls += 1;
          if (calls === 11) throw new Error("Out of memory.");
          return world.deps.tasks.enqueue(...args);
        },
      },
    };
    const seen = all.map(({ id, version }) => ({ id, version }));
    const asked = { viewer: owner, jobId, key, seen, answer: NO };
    await expect(answerSeveral(failing, asked)).rejects.toThrow("Out of memory.");
    expect(await stageOf(last)).toBe("submitted");
    expect((await report(key)).done).toHaveLength(10);
    await answerSeveral(world.deps, asked);
    expect((await report(key)).done).toHaveLength(11);
    for (const one of all) expect(await mailsTo(one)).toHaveLength(1);
  });

  it("is won application by application when two members press at once", async () => {
    const { employerId } = owner.membership;
    const recruiter = await makeMemberViewer(world.deps.db, { employerId, role: "recruiter" });
    const all = await Promise.all(Array.from({ length: 15 }, () => apply()));
    const [ours, theirs] = [randomUUID(), randomUUID()];
    await Promise.all([send(all, NO, ours), send([...all].reverse(), TEST, theirs, recruiter)]);
    const [mine, other] = [await report(ours), await report(theirs, recruiter)];
    expect(mine.done.length + other.done.length).toBe(15);
    expect(mine.refused.length + other.refused.length).toBe(15);
    for (const one of all) expect(await eventsOf(one)).toHaveLength(1);
  });

  it("leaves out applications to other jobs, as if they had not been asked for", async () => {
    const own = await apply();
    const elsewhere = await apply("submitted", (await makeJob(world.deps.db)).id);
    const key = randomUUID();
    await send([own, elsewhere], NO, key);
    expect(await stageOf(elsewhere)).toBe("submitted");
    const { done, refused } = await report(key);
    expect([...done, ...refused].map(({ id }) => id)).toEqual([own.id]);
  });

  it("may not be done by viewers, other employers and applicants, nor its report be read", async () => {
    const { db } = world.deps;
    const one = await apply();
    const key = randomUUID();
    const { employerId } = owner.membership;
    const reader = await makeMemberViewer(db, { employerId, role: "viewer" });
    await expect(send([one], NO, key, reader)).rejects.toMatchObject({ code: "not-allowed" });
    const applicant = { ...(await makeApplicantViewer(db)), membership: owner.membership };
    for (const stranger of [await makeMemberViewer(db)]) {
      await expect(send([one], NO, key, stranger)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(send([one], NO, key, applicant)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await stageOf(one)).toBe("submitted");
    await send([one], NO, key);
    const colleague = await makeMemberViewer(db, { employerId });
    for (const viewer of [colleague, await makeMemberViewer(db)]) {
      await expect(report(key, viewer)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});
