import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { unique } from "#test/factories/user.ts";
import { makePdf } from "#test/fixtures/resumes.ts";
import { accessibilityFaults } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();
const main = (page: Page) => page.getByRole("main");

/** Presses Tab until `target` has the focus, and checks that it can be seen there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const element = target.first();
  await element.waitFor();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await element.evaluate((node) => node === document.activeElement)) {
      const ring = await element.evaluate((node) => {
        const { outlineStyle, boxShadow } = getComputedStyle(node);
        return outlineStyle !== "none" || boxShadow !== "none";
      });
      expect(ring, `focus ring of ${target}`).toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${target}`);
}

const press = async (page: Page, name: string | RegExp, key = "Enter"): Promise<void> => {
  const control = main(page)
    .getByRole("button", { name })
    .or(main(page).getByRole("link", { name }));
  await tabTo(page, control);
  await page.keyboard.press(key);
};

const type = async (page: Page, label: string, words: string): Promise<void> => {
  await tabTo(page, main(page).getByLabel(label));
  await page.keyboard.type(words);
};

it("by keyboard alone a coder skips to the content, searches by code, filters, opens a job and applies", async () => {
  const title = `Keyboard Coder ${unique()}`;
  const job = await makeJob(site.db, { title });
  const { user } = await makeApplicant(site.db);
  await site.untilIndexed();
  const page = await site.visit({ as: user });
  await page.goto("/jobs", { waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
    "Skip to the content",
  );
  await page.keyboard.press("Enter");
  await type(page, "Words, a code or a range", "92928");
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "How your codes were read" }).waitFor();
  await tabTo(page, page.getByRole("checkbox", { name: /^Remote \d/ }));
  await page.keyboard.press("Space");
  await page.waitForURL(/mode=remote/);
  await tabTo(page, page.getByLabel("Sort by"));
  await page.keyboard.press("N");
  await page.waitForURL(/sort=newest/);
  await press(page, title);
  await page.waitForURL(`**/jobs/${job.slug}`);
  await press(page, "Apply for this job");
  await page.waitForURL("**/apply");
  await tabTo(page, page.getByRole("radio", { name: /Send the file|Send no resume/ }));
  const file = { name: "k.pdf", mimeType: "application/pdf", buffer: Buffer.from(makePdf()) };
  await tabTo(page, page.getByLabel("Upload a resume"));
  await page.getByLabel("Upload a resume").setInputFiles(file);
  await type(page, "Cover note", "Typed, never clicked.");
  await press(page, "Review application");
  await page.getByRole("heading", { name: "Review and send" }).waitFor();
  await press(page, "Send application");
  await page.waitForURL(/\/applicant\/applications\/[0-9a-f-]{36}/);
}, 120_000);

it("by keyboard alone a recruiter picks a family, and moves an application with a message", async () => {
  const employer = await makeEmployer(site.db);
  const job = await makeJob(site.db, { employerId: employer.id });
  const { user: applicant } = await makeApplicant(site.db);
  const application = await makeApplication(site.db, { jobId: job.id, applicantId: applicant.id });
  const recruiter = await makeMember(site.db, employer.id, "recruiter");
  const page = await site.visit({ as: recruiter });
  await page.goto("/employer/jobs/new", { waitUntil: "networkidle" });
  await type(page, "Add a code family", "paravalvular");
  await page.getByRole("option", { name: /Paravalvular leak closure/ }).waitFor();
  await page.keyboard.press("Enter");
  const family = page.getByRole("group", { name: /Paravalvular leak closure/ });
  await tabTo(page, family.getByRole("radio", { name: "Must have" }));
  await page.keyboard.press("ArrowDown");
  expect(await family.getByRole("radio", { name: "Nice to have" }).isChecked()).toBe(true);

  await page.goto(`/employer/applications/${application.id}`, { waitUntil: "networkidle" });
  await tabTo(page, page.getByLabel("Move to"));
  await page.keyboard.type("Interview");
  await type(page, "Message to the applicant", "Can we talk on Tuesday at 10?");
  await press(page, "Move and send mail");
  await main(page).getByText("Moved. The applicant gets a mail.").waitFor();
  const { text } = await site.mailTo(applicant.email, /Interview/);
  expect(text).toContain("Can we talk on Tuesday at 10?");
}, 120_000);

it("offers what a half-typed line may mean, by keyboard and by mouse", async () => {
  const page = await site.visit();
  await page.goto("/jobs", { waitUntil: "networkidle" });
  const field = page.getByRole("combobox", { name: "Words, a code or a range" });
  const option = (name: string | RegExp) => page.getByRole("option", { name });
  await field.pressSequentially("remote cardiol");
  await option(/^Cardiology/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await field.press("Escape");
  await expect.poll(() => option(/^Cardiology/).count()).toBe(0);
  expect(await field.inputValue()).toBe("remote cardiol");
  await field.press("ArrowDown");
  await option(/^Cardiology/).waitFor();
  await field.press("ArrowDown");
  expect(await option(/^Cardiology/).getAttribute("aria-selected")).toBe("true");
  await field.press("Enter");
  await page.waitForURL((url) => url.search === "?q=remote&specialty=cardiology");
  expect(await field.inputValue()).toBe("remote");
  await page.getByRole("list", { name: "Filters in force" }).getByText("Cardiology").waitFor();
  await field.fill("remote cpc");
  await option(/^CPC Certified Professional Coder$/).click();
  await page.waitForURL((url) => url.search === "?q=remote&specialty=cardiology&credential=CPC");
  await field.fill("zq no such thing");
  await field.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === "zq no such thing");
});
