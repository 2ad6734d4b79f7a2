import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import { answerBulk } from "#app/features/messages/answer-bulk.server.ts";
import { addTemplate, editTemplate } from "#app/features/messages/save-template.server.ts";
import { sendBulkMessage } from "#app/features/messages/send-bulk-message.server.ts";
import { findTemplate, listTemplates } from "#db/queries/message-templates.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeApplication, makeSnapshot } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();
let owner: Viewer & { membership: Membership };
let jobId: string;

beforeEach(async () => {
  owner = await makeMemberViewer(world.deps.db);
  const { employerId } = owner.membership;
  jobId = (await makeJob(world.deps.db, { employerId, title: "Cath Lab Coder" })).id;
});

const apply = (name: string, values: Parameters<typeof makeApplication>[1] = {}) =>
  makeApplication(world.deps.db, { jobId, snapshot: toJson(makeSnapshot({ name })), ...values });
const send = (
  applicationIds: string[],
  values: Partial<Parameters<typeof sendBulkMessage>[1]> = {},
) =>
  sendBulkMessage(world.deps, {
    viewer: owner,
    applicationIds,
    body: "Hello {applicant first name}, about {job title}. {sender}",
    idempotencyKey: randomUUID(),
    ...values,
  });
const messages = (applicationIds: string[]) =>
  world.deps.db
    .selectFrom("applicationMessages")
    .select(["applicationId", "body"])
    .where("applicationId", "in", applicationIds)
    .execute();

describe("writing to several applicants", () => {
  it("gives each their own words and says of each what came of it", async () => {
    const dana = await apply("Dana Coder");
    const lee = await apply("Dr. Lee Chart");
    const gone = await apply("Gone", { stage: "withdrawn", snapshot: null });
    const foreign = await makeApplication(world.deps.db);
    const unknown = randomUUID();
    const ids = [dana.id, gone.id, lee.id, foreign.id, unknown, dana.id];
    expect(await send(ids)).toEqual([
      { applicationId: dana.id, name: "Dana Coder", sent: true, why: "" },
      { applicationId: gone.id, name: null, sent: false, why: expect.stringMatching(/withdrew/) },
      { applicationId: lee.id, name: "Dr. Lee Chart", sent: true, why: "" },
      { applicationId: foreign.id, name: null, sent: false, why: expect.any(String) },
      { applicationId: unknown, name: null, sent: false, why: expect.any(String) },
    ]);
    const sent = await messages(ids);
    expect(sent.map(({ body }) => body).sort()).toEqual([
      `Hello Dana, about Cath Lab Coder. ${owner.name}`,
      `Hello Lee, about Cath Lab Coder. ${owner.name}`,
    ]);
  });

  it("names nobody who withdrew, not even in a preview", async () => {
    const { id } = await apply("", { stage: "withdrawn", snapshot: null });
    const form = new FormData();
    form.set("intent", "preview");
    form.set("application", id);
    form.set("body", "Hello {applicant first name}");
    form.set("idempotencyKey", randomUUID());
    const { data } = await answerBulk(world.deps, { viewer: owner, jobId, form });
    expect(data.preview).toMatchObject({
      to: "The applicant",
      text: "Hello {applicant first name}",
      missing: expect.stringContaining("not known"),
    });
  });

  it("reaches 60 once each, however often and however parallel it is sent", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) ids.push((await apply(`Person ${n}`)).id);
    const idempotencyKey = randomUUID();
    const reports = await Promise.all(
      Array.from({ length: 5 }, () => send(ids, { idempotencyKey })),
    );
    for (const report of reports) expect(report.every(({ sent }) => sent)).toBe(true);
    expect(await messages(ids)).toHaveLength(60);
    await expect(send(ids, { idempotencyKey, body: "Other words." })).rejects.toMatchObject({
      code: "key-reused",
    });
    const replied = await world.deps.db
      .selectFrom("applications")
      .select("id")
      .where("jobId", "=", jobId)
      .where("firstReplyAt", "is not", null)
      .execute();
    expect(replied).toHaveLength(60);
  });

  it("may not be done by a viewer", async () => {
    const { id } = await apply("Dana Coder");
    const { employerId } = owner.membership;
    const viewer = await makeMemberViewer(world.deps.db, { employerId, role: "viewer" });
    await expect(send([id], { viewer })).rejects.toMatchObject({ code: "not-allowed" });
    expect(await messages([id])).toEqual([]);
  });
});

describe("keeping templates", () => {
  const words = { name: "Talk", body: "Hello {applicant first name}", version: 0 };
  const list = () => listTemplates(world.deps.db, owner.membership.employerId);

  it("keeps one however often the button is clicked", async () => {
    const id = randomUUID();
    const clicks = Array.from({ length: 50 }, () =>
      addTemplate(world.deps, { viewer: owner, id, input: words }),
    );
    await Promise.all(clicks);
    expect(await list()).toMatchObject([{ id, name: "Talk" }]);
  });

  it("refuses a second of the same name, but not another employer's", async () => {
    const add = (viewer: typeof owner, name: string) =>
      addTemplate(world.deps, { viewer, id: randomUUID(), input: { ...words, name } });
    await add(owner, "Talk");
    await expect(add(owner, "TALK")).rejects.toMatchObject({ code: "incomplete" });
    await add(await makeMemberViewer(world.deps.db), "Talk");
    expect(await list()).toHaveLength(1);
  });

  it("lets one of two members win who save at once", async () => {
    const id = randomUUID();
    await addTemplate(world.deps, { viewer: owner, id, input: words });
    const edit = (body: string) =>
      editTemplate(world.deps, { viewer: owner, id, input: { ...words, body, version: 1 } });
    const outcomes = await Promise.allSettled([edit("One."), edit("Two.")]);
    const lost = outcomes.filter((one) => one.status === "rejected");
    expect(lost).toMatchObject([{ reason: { code: "changed-meanwhile" } }]);
  });

  it("does not exist for another employer", async () => {
    const id = randomUUID();
    await addTemplate(world.deps, { viewer: owner, id, input: words });
    const stranger = await makeMemberViewer(world.deps.db);
    const edit = editTemplate(world.deps, {
      viewer: stranger,
      id,
      input: { ...words, version: 1 },
    });
    await expect(edit).rejects.toMatchObject({ code: "not-found" });
    const { employerId } = stranger.membership;
    expect(await findTemplate(world.deps.db, { id, employerId })).toBeNull();
  });
});
