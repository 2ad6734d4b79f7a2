import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

interface Got {
  status: number;
  html: string;
  /** Only pages kept in memory carry one. */
  etag: string | null;
}

async function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  const response = await fetch(new URL(path, site.origin), { headers });
  return {
    status: response.status,
    html: await response.text(),
    etag: response.headers.get("ETag"),
  };
}

/** Asks until the page comes from memory; other tests of the suite may be changing jobs. */
async function untilKept(path: string): Promise<Got & { etag: string }> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { etag, ...got } = await get(path);
    if (etag) return { ...got, etag };
  }
  throw new Error(`${path} is never kept`);
}

it("a kept page is gone with the commit that closes its job, at every one of fifty tries", async () => {
  const job = await makeJob(site.db);
  const setStatus = (status: "published" | "paused") =>
    site.db.updateTable("jobs").set({ status }).where("id", "=", job.id).execute();
  for (let round = 0; round < 50; round += 1) {
    await setStatus("published");
    expect((await get(`/jobs/${job.slug}`)).status).toBe(200);
    expect((await get(`/jobs/${job.slug}`)).status).toBe(200);
    await setStatus("paused");
    expect((await get(`/jobs/${job.slug}`)).status).toBe(404);
  }
});

it("an edit shows in the page and in the list that name the job", async () => {
  const job = await makeJob(site.db, { title: "Kept Page Coder" });
  expect((await untilKept(`/jobs/${job.slug}`)).html).toContain("Kept Page Coder");
  const title = "Edited Page Coder";
  await site.db.updateTable("jobs").set({ title }).where("id", "=", job.id).execute();
  expect((await get(`/jobs/${job.slug}`)).html).toContain(title);
});

it("how an employer answers is never told from an old page", async () => {
  const job = await makeJob(site.db);
  await site.untilIndexed();
  expect((await untilKept(`/jobs/${job.slug}`)).html).not.toContain("90%");
  const record = { employerId: job.employerId, counted: 10, answered: 9, medianSeconds: 3_600 };
  await site.db.insertInto("replyRecords").values(record).execute();
  const { html } = await get(`/jobs/${job.slug}`);
  expect(html).toContain("90%");
});

it("a job whose time is up is gone although nothing was written", async () => {
  const job = await makeJob(site.db, { expiresAt: new Date(Date.now() + 2_500) });
  expect((await get(`/jobs/${job.slug}`)).status).toBe(200);
  await sleep(Math.max(0, Number(job.expiresAt) - Date.now()) + 200);
  expect((await get(`/jobs/${job.slug}`)).status).toBe(410);
});

it("a kept page answers an If-None-Match with 304 and its own, and another person's never", async () => {
  const job = await makeJob(site.db);
  const { user } = await makeApplicant(site.db, { user: { name: "Odalys Kept" } });
  const { etag } = await untilKept(`/jobs/${job.slug}`);
  const again = await get(`/jobs/${job.slug}`, { "If-None-Match": etag });
  expect([304, 200]).toContain(again.status);
  const page = await site.visit({ as: user, javaScript: false });
  await page.goto(`/jobs/${job.slug}`);
  await page.getByText("Odalys Kept").first().waitFor();
  const anonymous = await get(`/jobs/${job.slug}`);
  expect(anonymous.html).not.toContain("Odalys Kept");
});

it("drafts being typed throw no page away", async () => {
  const draft = await makeJob(site.db, {
    status: "draft",
    firstPublishedAt: null,
    publishedAt: null,
  });
  const changes = async () => {
    const { rows } = await sql<{ sum: string }>`select sum(changes) from public_changes`.execute(
      site.db,
    );
    return rows[0]?.sum;
  };
  const before = await changes();
  await site.db
    .updateTable("jobs")
    .set({ title: "Half a ti" })
    .where("id", "=", draft.id)
    .execute();
  expect(await changes()).toBe(before);
});

it("a kept page runs its own scripts under its Content-Security-Policy, without a nonce", async () => {
  const job = await makeJob(site.db);
  await site.untilIndexed();
  await untilKept(`/jobs/${job.slug}`);
  const page = await site.visit();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  const response = await page.goto(`/jobs/${job.slug}`);
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'sha256-/);
  expect(policy).not.toContain("nonce-");
  await page.waitForFunction(() => "__remixRouteModules" in window);
  expect(refused).toEqual([]);
});
