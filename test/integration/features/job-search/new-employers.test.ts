import { expect, it } from "vitest";
import { suggestions } from "#app/features/job-search/suggestions.server.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const world = setUpDeps();

it("An employer is suggested some seconds after its first job is public, and not before", async () => {
  const { db } = world.deps;
  const proposed = async () =>
    JSON.stringify(await suggestions(world.deps, "quokka")).includes("Quokka Health Coding");
  await makeJob(db);
  expect(await proposed()).toBe(false);
  const { id: employerId } = await makeEmployer(db, { name: "Quokka Health Coding" });
  await makeJob(db, { employerId, status: "draft", firstPublishedAt: null });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await proposed();
  expect(await proposed()).toBe(false);
  await makeJob(db, { employerId, firstPublishedAt: new Date() });
  await waitUntil(proposed, 10_000);
}, 30_000);
