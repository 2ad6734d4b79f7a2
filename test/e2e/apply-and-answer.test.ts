import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makePdf } from "#test/fixtures/resumes.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

async function makeWorld() {
  const employer = await makeEmployer(site.db, { name: "Bayfront Cardiology Partners" });
  const job = await makeJob(site.db, {
    employerId: employer.id,
    title: "Cath Lab Coder",
    replyByDays: 7,
  });
  const owner = await makeMember(site.db, employer.id, "owner", { name: "Morgan Owner" });
  const { user: applicant } = await makeApplicant(site.db, { user: { name: "Dana Coder" } });
  return { employer, job, owner, applicant };
}

const click = (page: Page, name: string) => page.getByRole("button", { name }).click();
const heading = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();
const shows = async (page: Page, words: string | RegExp) => {
  await page.getByText(words).first().waitFor();
};

async function checkPage(page: Page) {
  // axe runs in the page, so it cannot where scripts are off.
  const live = await page.evaluate(() => "__remixContext" in window);
  if (live) expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
}

describe.each([{ javaScript: true }, { javaScript: false }])("Applying, %o", (browser) => {
  it("goes from the job to a reviewed application, an answer, and the applicant's mail", async () => {
    const { job, owner, applicant } = await makeWorld();
    const coder = await site.visit({ ...browser, as: applicant });
    await coder.goto(`/jobs/${job.slug}/apply`);
    expect(await heading(coder)).toBe("Apply for Cath Lab Coder");
    await shows(coder, "Covers the one must-have family.");
    await checkPage(coder);

    await click(coder, "Review application");
    await shows(coder, "Choose a resume, or to send none.");
    await coder.getByLabel("Cover note").fill("Three years of cath lab notes.\nAt 97 percent.");
    await coder.getByLabel("Upload a resume").setInputFiles({
      name: "dana.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(makePdf("Dana")),
    });
    await click(coder, "Review application");
    await coder.getByRole("heading", { name: "Review and send" }).waitFor();
    await shows(coder, "dana.pdf");
    await shows(coder, "At 97 percent.");
    await checkPage(coder);

    await click(coder, "Change something");
    expect(await coder.getByLabel("Cover note").inputValue()).toContain("Three years");
    expect(await coder.getByLabel("dana.pdf").isChecked()).toBe(true);
    await click(coder, "Review application");
    await click(coder, "Send application");
    await coder.waitForURL(/\/applicant\/applications\/[0-9a-f-]{36}/);
    const applicationPage = new URL(coder.url()).pathname;
    await shows(coder, "Your application is with Bayfront Cardiology Partners");
    await checkPage(coder);
    const sent = await site.mailTo(applicant.email, /has been sent/);
    expect(sent.text).toContain(applicationPage);

    const desk = await site.visit({ ...browser, as: owner });
    const told = await site.mailTo(owner.email, /New application/);
    const employerPage = /\/employer\/applications\/[0-9a-f-]+/.exec(told.text)?.[0] ?? "";
    await desk.goto(`/employer/jobs/${job.id}/applications`);
    await shows(desk, "Covers the one must-have family.");
    await shows(desk, "96% accuracy");
    await checkPage(desk);
    await desk.getByRole("link", { name: "Dana Coder" }).click();
    await desk.waitForURL(`**${employerPage}?**`);
    await shows(desk, "Three years of cath lab notes.");
    await checkPage(desk);

    const [download] = await Promise.all([
      desk.waitForEvent("download"),
      desk.getByRole("link", { name: "Download resume" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("dana.pdf");

    await desk.getByLabel("Add a note").fill("Strong in cath lab. Ask about peripheral.");
    await click(desk, "Keep note");
    await shows(desk, "Note kept.");
    await desk.getByLabel("Move to").selectOption("Interview");
    await desk.getByLabel("Message to the applicant").fill("Can we talk on Tuesday at 10?");
    await desk.getByRole("button", { name: "Preview mail" }).first().click();
    await shows(desk, /Not sent yet/);
    await checkPage(desk);
    await click(desk, "Move and send mail");
    await shows(desk, "Moved. The applicant gets a mail.");
    await shows(desk, "Moved to Interview");

    const answer = await site.mailTo(applicant.email, /Interview/);
    expect(answer.text).toContain("Can we talk on Tuesday at 10?");
    await coder.goto(applicationPage);
    await shows(coder, "The employer would like to interview you.");
    await shows(coder, "Can we talk on Tuesday at 10?");
    await shows(coder, "Resume opened");
    expect(await coder.content()).not.toContain("Ask about peripheral");
    await checkPage(coder);

    await desk.getByText("Decline this application").click();
    await desk.getByLabel("Reason", { exact: true }).selectOption({ value: "other" });
    await click(desk, "Decline and send mail");
    await shows(desk, "Write what the other reason is");
    await desk.getByLabel("Words to go with it").fill("We have paused hiring until spring.");
    await click(desk, "Decline and send mail");
    await shows(desk, "Declined. The applicant gets a mail.");
    const no = await site.mailTo(applicant.email, /^Your application for/, /paused hiring/);
    expect(no.text).toContain("We have paused hiring until spring.");
    await coder.goto("/applicant/applications?show=closed");
    await shows(coder, "Not selected");
    await checkPage(coder);
  }, 120_000);

  it("is taken back by the applicant, and then the employer reads nothing more", async () => {
    const { job, owner, applicant } = await makeWorld();
    const coder = await site.visit({ ...browser, as: applicant });
    await coder.goto(`/jobs/${job.slug}/apply`);
    await coder.getByLabel("Send no resume").check();
    await click(coder, "Review application");
    await click(coder, "Send application");
    await coder.getByRole("link", { name: "Withdraw application" }).click();
    await checkPage(coder);
    await click(coder, "Withdraw application");
    await shows(coder, "Your application has been withdrawn");
    await checkPage(coder);
    const desk = await site.visit({ ...browser, as: owner });
    await desk.goto(`/employer/jobs/${job.id}/applications?view=list`);
    await desk.getByRole("link", { name: "Withdrawn applicant" }).click();
    await shows(desk, "The applicant withdrew");
    expect(await desk.content()).not.toMatch(/Dana/);
    await checkPage(desk);
    await coder.goto(`/jobs/${job.slug}/apply`);
    expect(coder.url()).toContain("/applicant/applications/");
  });

  it("answers 409 with the reason and similar jobs when the job is no longer open", async () => {
    const { job, applicant } = await makeWorld();
    const coder = await site.visit({ ...browser, as: applicant });
    await coder.goto(`/jobs/${job.slug}/apply`);
    await coder.getByLabel("Send no resume").check();
    await click(coder, "Review application");
    await coder.locator("button:enabled", { hasText: "Send application" }).waitFor();
    await site.db
      .updateTable("jobs")
      .set({ status: "closed", closeReason: "filled" })
      .where("id", "=", job.id)
      .execute();
    await makeJob(site.db, { title: "Another Cath Lab Coder" });
    await click(coder, "Send application");
    await shows(coder, "This job has been filled.");
    await checkPage(coder);
    const response = await coder.goto(`/jobs/${job.slug}/apply`);
    expect(response?.status()).toBe(409);
    await shows(coder, "This job has been filled.");
    await shows(coder, "Similar open jobs");
  });

  it("answers 409 with the way to the first when two windows send", async () => {
    const { job, applicant } = await makeWorld();
    const first = await site.visit({ ...browser, as: applicant });
    await first.goto(`/jobs/${job.slug}/apply`);
    await first.getByLabel("Send no resume").check();
    await click(first, "Review application");
    const second = await first.context().newPage();
    await second.goto(`/jobs/${job.slug}/apply`);
    // What was typed in the first window is there in the second, at the same step.
    await second.getByText("You began this application before").waitFor();
    await click(first, "Send application");
    await first.waitForURL(/applications/);
    const [refusal] = await Promise.all([
      second.waitForResponse((response) => response.request().method() === "POST"),
      click(second, "Send application"),
    ]);
    expect(refusal.status()).toBe(409);
    await shows(second, "You have already applied");
    await second.getByRole("link", { name: "See your application" }).click();
    await second.waitForURL(/applications/);
  });
});
