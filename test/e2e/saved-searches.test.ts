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
    // A mail program that looks at every link of the mail changes nothing either.
    for (const link of mail.text.match(/https?:\/\/\S+/g) ?? []) await fetch(link);
    expect(await status()).toBe("active");
    const answer = await fetch(stop, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(answer.status).toBe(200);
    expect(await status()).toBe("deleted");
    await page.reload();
    await page.getByText("You get no more mails for this search.").waitFor();
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

describe("Somebody without an account", () => {
  it("asks for alerts without JavaScript, confirms them by mail, pauses them, and wants no mail again", async () => {
    const word = `agate${unique()}`;
    const email = `alerts-${unique()}@example.com`;
    const viewport = { width: 390, height: 844 };
    const page = await site.visit({ javaScript: false, viewport });
    const other = await site.visit({ viewport });
    const look = async (name: string) => {
      const { pathname, search } = new URL(page.url());
      await other.goto(`${pathname}${search}`);
      expect(await accessibilityFaults(other)).toEqual([]);
      expect(await sidewaysOverflow(other)).toBe(0);
      await other.screenshot({ path: `var/alerts-${name}-390.png`, fullPage: true });
    };
    await page.goto(`/jobs?q=${word}`);
    await look("jobs");
    await page.getByLabel("Email", { exact: false }).fill("not an address");
    await page.getByRole("button", { name: "Mail me new jobs" }).click();
    await look("asked");
    await page.getByLabel("Email", { exact: false }).fill(email);
    await page.getByLabel("How often").selectOption("instant");
    await page.getByRole("button", { name: "Mail me new jobs" }).click();
    await page.getByRole("heading", { name: "Check your mail" }).waitFor();

    const mail = await site.mailTo(email, /Confirm your job alerts/);
    expect(mail.text).not.toContain(word);
    const link = new URL(/\S+\/alerts\/confirm\/\S+/.exec(mail.text)?.[0] ?? "");
    await page.goto(link.pathname);
    await page.getByText(`“${word}”`).waitFor();
    await look("confirm");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByRole("link", { name: `“${word}”`, exact: true }).waitFor();
    await look("manage");
    await page.getByText("Change name or how often").click();
    await page.getByLabel("Name").fill("Blue stones");
    await page.getByLabel("How often").selectOption("weekly");
    await page.getByRole("button", { name: /^Save/ }).click();
    await page.getByText("Changed: Blue stones. New jobs come every Monday").waitFor();
    await look("changed");
    await page.getByRole("button", { name: /^Pause/ }).click();
    await page.getByText("Paused: Blue stones.").waitFor();
    expect((await page.goto(link.pathname))?.status()).toBe(410);
    await page.goBack();
    await page.getByRole("button", { name: "Never mail this address" }).click();
    await page.getByRole("heading", { name: "You get no more of these mails" }).waitFor();
    const left = await site.db
      .selectFrom("alertAddresses")
      .select("id")
      .where("email", "=", email)
      .execute();
    expect(left).toEqual([]);
  });
});
