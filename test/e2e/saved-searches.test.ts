import { describe, expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeJob } from "#test/factories/job.ts";
import { unique } from "#test/factories/user.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { press } from "#test/support/posting.ts";
import { setUpSite } from "#test/support/site.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const site = setUpSite();

describe("An applicant", () => {
  it("saves a search without JavaScript, hears of a new job once it is public, and stops the mails", async () => {
    const word = `zircon${unique()}`;
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ as: user, javaScript: false });
    await page.goto(`/jobs?q=${word}`);
    await page.getByLabel("How often").selectOption("instant");
    await press(page, "Save this search");
    await page.getByRole("link", { name: `“${word}”`, exact: true }).waitFor();
    await page.getByText("0 jobs open now").waitFor();

    const job = await makeJob(site.db, { title: `Coder ${word}` });
    // The worker looks for new jobs once a minute.
    await waitUntil(
      () =>
        site.db
          .selectFrom("savedSearchMatches")
          .select("jobId")
          .where("jobId", "=", job.id)
          .where("digestId", "is not", null)
          .executeTakeFirst(),
      80_000,
    );
    const mail = await site.mailTo(user.email, /^1 new job/);
    expect(mail.text).toContain(`/jobs/${job.slug}`);

    const stop = new URL(/\S+\/alerts\/stop\/\S+/.exec(mail.text)?.[0] ?? "");
    await page.goto(stop.pathname);
    await page.getByRole("heading", { name: "Stop these mails?" }).waitFor();
    const status = async () =>
      (
        await site.db
          .selectFrom("savedSearches")
          .select("status")
          .where("userId", "=", user.id)
          .executeTakeFirstOrThrow()
      ).status;
    expect(await status()).toBe("active");
    const answer = await fetch(stop, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(answer.status).toBe(200);
    expect(await status()).toBe("deleted");
    await page.reload();
    await page.getByText("Stopped. You get no more mails for this search.").waitFor();
  }, 120_000);

  it("reads a private feed until it is switched off, and takes a deletion back", async () => {
    const word = `beryl${unique()}`;
    const job = await makeJob(site.db, { title: `Coder ${word}` });
    await site.untilIndexed();
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ as: user, viewport: { width: 390, height: 844 } });
    await page.goto(`/jobs?q=${word}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "Save this search");
    await page.getByText("1 job open now").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.screenshot({ path: "var/saved-searches-390.png", fullPage: true });
    const href =
      (await page.getByRole("link", { name: "Private feed" }).getAttribute("href")) ?? "";
    const feed = await fetch(href);
    expect(feed.headers.get("content-type")).toContain("application/atom+xml");
    expect(await feed.text()).toContain(job.id);
    await page.getByRole("button", { name: /^Switch the feed off/ }).click();
    await page.getByRole("button", { name: /^Make a feed address/ }).waitFor();
    expect((await fetch(href)).status).toBe(404);
    await page.getByRole("button", { name: /^Delete/ }).click();
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByText("1 job open now").waitFor();
  });
});
