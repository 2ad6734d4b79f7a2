import { beforeAll, describe, expect, it } from "vitest";
import { parsePipelineQuery } from "#app/domain/parse-pipeline-query.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { moveApplication } from "#app/features/applications/move-application.server.ts";
import { readPipeline } from "#app/features/applications/pipeline/read-pipeline.server.ts";
import { readEmployerApplication } from "#app/features/applications/read-employer-application.server.ts";
import { readOwnApplication } from "#app/features/applications/read-own-application.server.ts";
import { readOwnApplications } from "#app/features/applications/read-own-applications.server.ts";
import type { Job } from "#db/schema/jobs.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeApplication, makeSnapshot } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer, makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
let owner: Viewer & { membership: Membership };
let reader: Viewer & { membership: Membership };
let stranger: Viewer & { membership: Membership };
let applicant: Viewer;
let job: Job;
let mine: string;

beforeAll(async () => {
  const { db } = world.deps;
  owner = await makeMemberViewer(db);
  const { employerId } = owner.membership;
  reader = await makeMemberViewer(db, { employerId, role: "viewer" });
  stranger = await makeMemberViewer(db);
  applicant = await makeApplicantViewer(db);
  job = await makeJob(db, { employerId });
  const credentials = [
    {
      code: "CPC",
      issuer: "AAPC",
      number: "SECRET-0042",
      earnedOn: null,
      expiresOn: null,
      status: "verified" as const,
    },
  ];
  mine = (
    await makeApplication(db, {
      jobId: job.id,
      applicantId: applicant.userId,
      snapshot: toJson(makeSnapshot({ credentials })),
      matchScore: 75,
      submittedAt: new Date("2026-11-01T00:00:00Z"),
    })
  ).id;
  for (let count = 0; count < 57; count += 1) {
    await makeApplication(db, {
      jobId: job.id,
      matchScore: count,
      submittedAt: new Date(Date.UTC(2026, 10, 2, count)),
      ...(count < 2 ? { stage: "interview" } : {}),
    });
  }
  await makeApplication(db, { applicantId: applicant.userId, stage: "rejected" });
});

const list = (address: string, viewer = owner) =>
  readPipeline(world.deps, {
    viewer,
    jobId: job.id,
    query: parsePipelineQuery(new URLSearchParams(address)),
    usualView: "list",
  });

describe("the applications of a job", () => {
  it("come newest first in pages, with a count for each stage", async () => {
    const first = await list("");
    expect(first).toMatchObject({ total: 58, query: { page: 1 }, pageCount: 2 });
    expect(first!.lines).toHaveLength(50);
    const dates = first!.lines.map(({ submittedAt }) => submittedAt);
    expect(dates).toEqual([...dates].sort().reverse());
    const second = await list("page=2");
    expect(second!.lines).toHaveLength(8);
    const ids = [...first!.lines, ...second!.lines].map(({ id }) => id);
    expect(new Set(ids).size).toBe(58);
    const counts = Object.fromEntries(first!.counts.map(({ stage, count }) => [stage, count]));
    expect(counts).toMatchObject({ submitted: 56, interview: 2, withdrawn: 0 });
  });

  it("come best match first, or at one stage, when asked", async () => {
    const best = await list("sort=match");
    expect(best!.lines[0]!.id).toBe(mine);
    const scores = best!.lines.map(({ match }) => match.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const interviews = await list("stage=interview");
    expect(interviews!.lines).toHaveLength(2);
    expect(interviews!.pageCount).toBe(1);
  });

  it.each(["page=0", "page=-3", "page=9e9", "page=x", "stage=owner", "sort=;drop"])(
    "fall back instead of failing for %s",
    async (address) => {
      expect(await list(address)).toMatchObject({
        query: { page: 1, stage: null, sort: "newest" },
      });
    },
  );

  it("show the last page when asked for one too far", async () => {
    expect(await list("page=50")).toMatchObject({ query: { page: 2 } });
  });

  it("are open to viewers of the employer, and unknown to another employer", async () => {
    expect((await list("", reader))?.total).toBe(58);
    expect(await list("", stranger)).toBeNull();
  });
});

describe("an application on the employer's side", () => {
  const read = (viewer: Viewer & { membership: Membership }) =>
    readEmployerApplication(world.deps, { viewer, applicationId: mine });

  it("never carries the member number of a credential", async () => {
    const page = JSON.stringify([await read(owner), await list("sort=match")]);
    expect(page).toContain("CPC");
    expect(page).not.toContain("SECRET-0042");
  });

  it("offers answers to those who may give them, and is unknown to others", async () => {
    expect(await read(owner)).toMatchObject({ mayAnswer: true, open: true });
    expect(await read(reader)).toMatchObject({ mayAnswer: false });
    expect(await read(stranger)).toBeNull();
  });
});

describe("an application on the applicant's side", () => {
  const read = (viewer: Viewer) => readOwnApplication(world.deps, { viewer, applicationId: mine });

  it("tells a move with its message, but neither notes nor who pressed the button", async () => {
    const { db } = world.deps;
    await db
      .insertInto("applicationNotes")
      .values({ applicationId: mine, authorId: owner.userId, body: "PRIVATE-NOTE" })
      .execute();
    await moveApplication(world.deps, {
      viewer: owner,
      applicationId: mine,
      input: { stage: "interview", message: "Tuesday at ten?", version: 1 },
    });
    const page = await read(applicant);
    expect(page).toMatchObject({ stage: "interview", mayWithdraw: true });
    expect(page!.timeline.at(-1)).toMatchObject({ title: "Interview", message: "Tuesday at ten?" });
    expect(JSON.stringify(page)).not.toMatch(/PRIVATE-NOTE|Morgan Member/);
  });

  it("is unknown to another applicant", async () => {
    expect(await read(await makeApplicantViewer(world.deps.db))).toBeNull();
  });

  it("stands in the list of what is open or of what has ended", async () => {
    const open = await readOwnApplications(world.deps, {
      viewer: applicant,
      list: "open",
      page: 1,
    });
    expect(open.counts).toEqual({ open: 1, closed: 1 });
    expect(open.lines.map(({ id }) => id)).toEqual([mine]);
    const closed = await readOwnApplications(world.deps, {
      viewer: applicant,
      list: "closed",
      page: 9,
    });
    expect(closed.lines.map(({ stage }) => stage)).toEqual(["rejected"]);
    expect(closed.page).toBe(1);
  });
});
