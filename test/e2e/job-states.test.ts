import { expect, it } from "vitest";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

it.each([
  { status: "published", page: 200, apply: 200 },
  { status: "paused", page: 404, apply: 409 },
  { status: "closed", page: 410, apply: 409 },
  { status: "expired", page: 410, apply: 409 },
] as const)("a $status job's page answers $page and applying $apply", async (expected) => {
  const { user } = await makeApplicant(site.db);
  const closeReason = expected.status === "closed" ? "filled" : null;
  const job = await makeJob(site.db, { status: expected.status, closeReason });
  await makeJob(site.db, { title: "Another Cardiology Coder" });
  const page = await site.visit({ javaScript: false, as: user });
  expect((await page.goto(`/jobs/${job.slug}`))?.status()).toBe(expected.page);
  const link = page.getByRole("link", { name: "Apply for this job" });
  expect(await link.count()).toBe(expected.page === 200 ? 1 : 0);
  if (expected.page === 410) {
    await page.getByText("Not taking applications").waitFor();
    const similar = page.getByRole("region", { name: /similar/i });
    await similar.getByRole("heading", { level: 3 }).first().getByRole("link").click();
    expect(new URL(page.url()).pathname).not.toBe(`/jobs/${job.slug}`);
    await link.waitFor();
  }
  expect((await page.goto(`/jobs/${job.slug}/apply`))?.status()).toBe(expected.apply);
});

it.each<JobStatus>(["draft", "in-review", "rejected"])(
  "a job in the status %s is a page nobody finds",
  async (status) => {
    const { user } = await makeApplicant(site.db);
    const job = await makeJob(site.db, { status, firstPublishedAt: null, publishedAt: null });
    const page = await site.visit({ javaScript: false, as: user });
    for (const path of [`/jobs/${job.slug}`, `/jobs/${job.slug}/apply`]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      expect(await page.content()).not.toContain(job.title);
      await page.getByRole("heading", { level: 1, name: "Page not found" }).waitFor();
    }
  },
);
