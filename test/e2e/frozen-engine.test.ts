import { chromium } from "playwright-core";
import { expect, inject, it } from "vitest";
import { startAppServer } from "#test/support/app-server.ts";

// A site of its own: freezing the shared one's engine would take typo tolerance from the tests beside this one.
it("says so when the search engine is frozen, answers all the same, and recovers by itself", async () => {
  const site = await startAppServer(inject("services"));
  const browser = await chromium.connect(inject("browser"));
  const pid = site.meili?.pid ?? 0;
  try {
    expect(pid).toBeGreaterThan(0);
    const page = await browser.newPage({ javaScriptEnabled: false, baseURL: site.origin });
    const notice = page.getByText("our search engine does not answer");
    const answer = async (query: string) => {
      const started = performance.now();
      const response = await page.goto(`/jobs?${query}`);
      expect(response?.status()).toBe(200);
      return performance.now() - started;
    };
    const isBasic = async () => {
      await answer("q=cath");
      return notice.isVisible();
    };
    await expect.poll(isBasic, { timeout: 15_000 }).toBe(false);
    await answer("q=93590");
    const found = await page.getByRole("heading", { level: 3 }).allTextContents();
    process.kill(pid, "SIGSTOP");
    // Without a word left to look for, the jobs are found in memory: nothing about that is basic.
    expect(await answer("q=93590&postedWithin=365")).toBeLessThan(5_000);
    expect(await notice.isVisible()).toBe(false);
    expect(await page.getByRole("heading", { level: 3 }).allTextContents()).toEqual(found);
    expect(await answer("q=cath&postedWithin=365")).toBeLessThan(5_000);
    expect(await notice.isVisible()).toBe(true);
    await answer("q=cath&mode=remote");
    expect(await notice.isVisible()).toBe(true);
    process.kill(pid, "SIGCONT");
    await expect.poll(isBasic, { timeout: 30_000, interval: 1_000 }).toBe(false);
    // Nothing public has changed meanwhile: a page kept from the bad time would still be shown.
    await answer("q=cath&mode=remote");
    expect(await notice.isVisible()).toBe(false);
  } finally {
    if (pid > 0) process.kill(pid, "SIGCONT");
    await browser.close();
    await site.stop();
  }
}, 120_000);
