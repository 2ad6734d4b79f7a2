import { expect, it } from "vitest";
import { listSimilarJobIds } from "#db/queries/similar-jobs.ts";
import { CORONARY, makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const ECHO = { familyId: "cpt-echo", level: "nice", minMonths: 0 } as const;

it("offers open jobs of the same specialty, the one with more families in common first", async () => {
  const { db } = world.deps;
  const asked = await makeJob(db, { requirements: [CORONARY, ECHO] });
  const one = await makeJob(db, { requirements: [CORONARY] });
  const both = await makeJob(db, {
    requirements: [ECHO, CORONARY],
    publishedAt: new Date(Date.now() - 9 * 86_400_000),
  });
  await makeJob(db, { specialty: "dermatology", requirements: [CORONARY, ECHO] });
  await makeJob(db, { status: "paused", requirements: [CORONARY, ECHO] });
  await makeJob(db, { expiresAt: new Date(Date.now() - 1_000), requirements: [CORONARY, ECHO] });
  expect(await listSimilarJobIds(db, { slug: asked.slug, limit: 4 })).toEqual([both.id, one.id]);
  expect(await listSimilarJobIds(db, { slug: asked.slug, limit: 1 })).toEqual([both.id]);
});
