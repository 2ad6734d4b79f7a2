import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { AGENCY_KIND } from "#app/domain/leave-out.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { PASSWORD, unique } from "#test/factories/user.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

/** Three jobs found by one word: of an employer, of the same, of an agency. */
async function makeListed() {
  const word = `quartz${unique()}`;
  const employer = await makeEmployer(site.db, { name: `Plain ${unique()}` });
  const agency = await makeEmployer(site.db, { name: `Agency ${unique()}`, kind: AGENCY_KIND });
  const titled = (name: string, employerId: string) =>
    makeJob(site.db, { title: `${name} ${word}`, employerId });
  const one = await titled("First", employer.id);
  const two = await titled("Second", employer.id);
  const three = await titled("Third", agency.id);
  await site.untilIndexed();
  return { path: `/jobs?q=${word}`, word, employer, agency, one, two, three };
}

const row = (page: Page, title: string) =>
  page.getByRole("article").filter({ has: page.getByRole("link", { name: title, exact: true }) });
const notice = (page: Page) => page.locator(".mark-notice");

describe.each([true, false])("An applicant, JavaScript: %s", (javaScript) => {
  it("saves, hides and mutes from the results, and takes it all back", async () => {
    const listed = await makeListed();
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ as: user, javaScript });
    await page.goto(listed.path);
    if (javaScript) {
      await page.evaluate(() => document.documentElement.setAttribute("data-not-reloaded", ""));
    }
    await page.getByText("3 jobs", { exact: true }).waitFor();

    await row(page, listed.one.title)
      .getByRole("button", { name: /^Save / })
      .click();
    await row(page, listed.one.title)
      .getByRole("button", { name: /^Saved / })
      .waitFor();
    await notice(page).getByText(`“${listed.one.title}” is saved.`).waitFor();

    const second = row(page, listed.two.title);
    await second.getByText("Not for me").click();
    await second.getByRole("button", { name: "Hide this job" }).click();
    await page.getByText("1 hidden job not shown.").waitFor();
    await page.getByText("2 jobs", { exact: true }).waitFor();
    expect(await second.count()).toBe(0);
    // axe waits for ever on a page that runs no scripts.
    if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);

    const third = row(page, listed.three.title);
    await third.getByText("Not for me").click();
    await third.getByRole("button", { name: "Mute all staffing agencies" }).click();
    await page.getByText("2 hidden jobs not shown.").waitFor();
    await page.getByText("1 job", { exact: true }).waitFor();
    await notice(page).getByRole("button", { name: "Undo" }).click();
    await third.waitFor();
    await page.getByText("1 hidden job not shown.").waitFor();
    if (javaScript) expect(await page.locator("html[data-not-reloaded]").count()).toBe(1);

    await page.getByRole("link", { name: "Show", exact: true }).click();
    await second.getByText("Hidden", { exact: true }).waitFor();
    await page.goto("/applicant/hidden");
    if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: `Show again ${listed.two.title}` }).click();
    await notice(page).getByText("is shown again").waitFor();
    await page.goto(listed.path);
    await page.getByText("3 jobs", { exact: true }).waitFor();
    expect(await page.getByText("not shown.").count()).toBe(0);
  });

  it("finds saved jobs again with a note, ended ones too, and seen ones shaded", async () => {
    const listed = await makeListed();
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ as: user, javaScript });
    await page.goto(listed.path);
    // Pointing at it fetches the page ahead, which is not seeing it.
    await page.getByRole("link", { name: listed.two.title }).hover();
    await page.getByRole("link", { name: listed.one.title }).click();
    await page.waitForURL(`**/jobs/${listed.one.slug}`);
    await page.getByRole("button", { name: `Save ${listed.one.title}` }).click();
    await page.getByRole("button", { name: /^Saved / }).waitFor();
    await page.goto(listed.path);
    await row(page, listed.one.title).getByText("Seen", { exact: true }).waitFor();
    expect(await row(page, listed.two.title).getByText("Seen", { exact: true }).count()).toBe(0);

    await page.goto("/applicant/saved-jobs");
    await page.getByText("Add a note").click();
    await page.getByLabel(`Note on ${listed.one.title}`).fill("Ask about the queue");
    await page.getByRole("button", { name: "Save note" }).click();
    await page.locator("p").getByText("Ask about the queue").waitFor();
    await site.db
      .updateTable("jobs")
      .set({ status: "closed", closeReason: "filled" })
      .where("id", "=", listed.one.id)
      .execute();
    await page.goto("/applicant/saved-jobs");
    await page.getByText("Not open").waitFor();
    await page.locator("p").getByText("Ask about the queue").waitFor();
    if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  });

  it("who has no session logs in or signs up, and comes back with the job saved", async () => {
    const listed = await makeListed();
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ javaScript });
    await page.goto(listed.path);
    await row(page, listed.two.title)
      .getByRole("button", { name: /^Save / })
      .click();
    await page.waitForURL("**/signup?**");
    await page.getByText(`“${listed.two.title}” is saved to your account`).waitFor();
    await page.getByRole("main").getByRole("link", { name: "Log in" }).click();
    await page.waitForURL("**/login?**");
    await page.getByLabel("Email").fill(user.email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await page.waitForURL(`**${listed.path}**`);
    await row(page, listed.two.title)
      .getByRole("button", { name: /^Saved / })
      .waitFor();

    const email = `new-${unique()}@example.com`;
    const stranger = await site.visit({ javaScript });
    await stranger.goto(`/jobs/${listed.three.slug}`);
    await stranger.getByRole("button", { name: `Save ${listed.three.title}` }).click();
    await stranger.getByLabel("Name").fill("New Coder");
    await stranger.getByLabel("Email").fill(email);
    await stranger.getByLabel("Password").fill(PASSWORD);
    await stranger.getByRole("main").getByRole("button", { name: "Sign up" }).click();
    await stranger.getByText("Check your mail").first().waitFor();
    const link = /http:\S+verify-email\S+/.exec((await site.mailTo(email)).text)?.[0] ?? "";
    await stranger.goto(link);
    await stranger.getByRole("button", { name: "Confirm" }).click();
    await stranger.waitForURL(`**/jobs/${listed.three.slug}`);
    await stranger.getByRole("button", { name: /^Saved / }).waitFor();
  });
});

describe("What one person left out", () => {
  it("is on nobody else's page, kept or fresh, and not in the interface for machines", async () => {
    const listed = await makeListed();
    const { user } = await makeApplicant(site.db);
    const anonymous = async () => (await fetch(`${site.origin}${listed.path}`)).text();
    expect(await anonymous()).toContain(listed.two.title);
    const page = await site.visit({ as: user, javaScript: false });
    await page.goto(listed.path);
    const second = row(page, listed.two.title);
    await second.getByText("Not for me").click();
    await second.getByRole("button", { name: "Hide this job" }).click();
    await notice(page).waitFor();
    expect(await second.count()).toBe(0);
    for (let time = 0; time < 3; time += 1) {
      const seen = await anonymous();
      expect(seen).toContain(listed.two.title);
      expect(seen).not.toContain("not shown");
    }
    const api = await fetch(`${site.origin}/api/v1/jobs?q=${listed.word}`);
    expect(((await api.json()) as { total: number }).total).toBe(3);
    const { user: other } = await makeApplicant(site.db);
    const own = await site.visit({ as: other });
    await own.goto(page.url());
    await row(own, listed.two.title).waitFor();
    expect(await notice(own).count()).toBe(0);
  });
});
