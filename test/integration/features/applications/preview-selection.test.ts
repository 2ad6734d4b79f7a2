import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { answerSelection } from "#app/features/applications/pipeline/answer-selection.server.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();

it("names nobody who withdrew in the preview of an answer to several", async () => {
  const { db } = world.deps;
  const viewer = await makeMemberViewer(db);
  const { id: jobId } = await makeJob(db, { employerId: viewer.membership.employerId });
  const gone = await makeApplication(db, { jobId, stage: "withdrawn", snapshot: null });
  const form = new FormData();
  form.set("intent", "preview-move");
  form.set("seen", `${gone.id}~${gone.version}`);
  form.set("stage", "assessment");
  form.set("message", "Hello {applicant first name}");
  form.set("idempotencyKey", randomUUID());
  const findTemplate = async () => null;
  const asked = { viewer, jobId, form, back: null, findTemplate };
  const answer = await answerSelection(world.deps, asked);
  if (!("data" in answer)) throw new Error("a preview leads nowhere");
  expect(answer.init?.status).toBe(409);
  expect(answer.data.preview).toBeNull();
  expect(JSON.stringify(answer.data)).toContain("is closed");
});
