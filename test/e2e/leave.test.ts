import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { PASSWORD } from "#test/factories/user.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const site = setUpSite();

async function logIn(page: Page, email: string) {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
}

describe.each([true, false])("Leaving, JavaScript: %s", (javaScript) => {
  const clean = async (page: Page) => {
    // axe waits for ever on a page that runs no scripts.
    if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
  };

  it("takes everything along, deletes the account, and can be taken back for two weeks", async () => {
    const { user } = await makeApplicant(site.db, { visibility: "visible" });
    const application = await makeApplication(site.db, { applicantId: user.id });
    const page = await site.visit({ as: user, javaScript });
    await page.goto("/account");
    await page.getByRole("link", { name: "Download everything we hold about you" }).click();
    await page.getByRole("button", { name: "Make the file" }).click();
    const link = page.getByRole("link", { name: /^Download \d/ });
    // A quick worker has made it before anybody could read that it is being made.
    await page.getByText("We are making your file").or(link).first().waitFor();
    await clean(page);
    await waitUntil(async () => {
      await page.reload();
      return (await link.count()) > 0;
    }, 20_000);
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("careercenter-data.zip");

    await page.goto("/account/delete");
    await clean(page);
    await page.getByRole("checkbox", { name: "Withdraw my open application now" }).check();
    await page.getByLabel("Your password").fill("not my password");
    await page.getByRole("button", { name: "Delete my account" }).click();
    await page.getByText("That is not your current password.").first().waitFor();
    expect(
      await page.getByRole("checkbox", { name: "Withdraw my open application now" }).isChecked(),
    ).toBe(true);
    await page.getByLabel("Your password").fill(PASSWORD);
    await page.getByRole("button", { name: "Delete my account" }).click();
    await page.getByText("your account will be deleted").waitFor();
    await clean(page);
    await site.mailTo(user.email, /will be deleted/);
    const { stage } = await site.db
      .selectFrom("applications")
      .select("stage")
      .where("id", "=", application.id)
      .executeTakeFirstOrThrow();
    expect(stage).toBe("withdrawn");
    await page.goto("/applicant");
    await page.waitForURL("**/login?**");
    await logIn(page, user.email);
    await page.waitForURL("**/account/delete");
    await clean(page);
    await page.getByRole("button", { name: "Keep my account" }).click();
    await page.getByText("You keep your account.").waitFor();
    const { visibility } = await site.db
      .selectFrom("applicants")
      .select("visibility")
      .where("userId", "=", user.id)
      .executeTakeFirstOrThrow();
    expect(visibility).toBe("visible");
  });

  it("asks the only owner of a shared employer for another owner first", async () => {
    const { id } = await makeEmployer(site.db);
    const owner = await makeMember(site.db, id, "owner");
    await makeMember(site.db, id, "recruiter");
    const page = await site.visit({ as: owner, javaScript });
    await page.goto("/account/delete");
    await page.getByText("Somebody else must become an owner first").waitFor();
    expect(await page.getByRole("button", { name: "Delete my account" }).count()).toBe(0);
    await clean(page);
  });

  it("closes the jobs of who is alone, and tells those who applied", async () => {
    const { id } = await makeEmployer(site.db);
    const owner = await makeMember(site.db, id, "owner");
    const job = await makeJob(site.db, { employerId: id });
    const { user } = await makeApplicant(site.db);
    await makeApplication(site.db, { jobId: job.id, applicantId: user.id });
    const page = await site.visit({ as: owner, javaScript });
    await page.goto("/account/delete");
    await page.getByText("the open job of").waitFor();
    await page.getByLabel("Your password").fill(PASSWORD);
    await page.getByRole("button", { name: "Delete my account" }).click();
    await page.getByText("your account will be deleted").waitFor();
    await site.mailTo(user.email);
    expect((await page.goto(`/jobs/${job.slug}`))?.status()).toBe(410);
  });
});

describe("What is kept", () => {
  it("stands on a page for everyone, on a phone too", async () => {
    const page = await site.visit({ viewport: { width: 360, height: 800 } });
    await page.goto("/");
    await page.getByRole("link", { name: "Privacy" }).click();
    await page.getByRole("heading", { name: "What we keep, and how long" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  });
});
