import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication, makeSnapshot } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite, type VisitOptions } from "#test/support/site.ts";

const site = setUpSite();

const click = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
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

async function makeWorld() {
  const employer = await makeEmployer(site.db, { name: "Bayfront Cardiology Partners" });
  const job = await makeJob(site.db, {
    employerId: employer.id,
    title: "Cath Lab Coder",
    credentialRule: JSON.stringify([["CIRCC"]]),
    closesOn: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    replyByDays: 7,
  });
  const owner = await makeMember(site.db, employer.id, "owner", { name: "Morgan Owner" });
  const { user: applicant } = await makeApplicant(site.db, { user: { name: "Dana Coder" } });
  return { job, owner, applicant };
}

const PHONE: VisitOptions = { viewport: { width: 390, height: 844 } };

describe.each([{ javaScript: true }, { javaScript: false }])("Screening, %o", (browser) => {
  it("is asked by the employer, met by the applicant, and followed by a talk", async () => {
    const { job, owner, applicant } = await makeWorld();
    const desk = await site.visit({ ...browser, ...PHONE, as: owner });
    await desk.goto(`/employer/jobs/${job.id}/edit`);
    await click(desk, "Add a question");
    await desk.getByLabel("Question", { exact: true }).fill("Which encoder do you know best?");
    await desk.getByLabel("Answered with").selectOption("One of several choices");
    await desk.getByLabel("Choices").fill("3M\nOptum");
    await desk.getByLabel("Credential: CIRCC").check();
    await desk.getByLabel("They cannot apply, and are told what is missing").check();
    await checkPage(desk);
    await click(desk, /^Publish/);
    await desk.waitForURL(/updated/);

    const coder = await site.visit({ ...browser, ...PHONE, as: applicant });
    await coder.goto(`/jobs/${job.slug}`);
    await shows(coder, "Here is what you lack to apply");
    await shows(coder, "Which encoder do you know best?");
    await checkPage(coder);
    await coder.goto(`/jobs/${job.slug}/apply`);
    await shows(coder, "You cannot apply yet");
    expect(await coder.getByLabel("Cover note").count()).toBe(0);
    await checkPage(coder);
    await coder.getByRole("link", { name: "Edit your profile: Credential: CIRCC" }).click();
    await coder.waitForURL(/profile/);
    await click(coder, "Add a credential");
    await coder.getByLabel("Credential", { exact: true }).last().selectOption({ value: "CIRCC" });
    await click(coder, "Save profile");
    await coder.getByRole("link", { name: "Go on with your application" }).click();
    await coder.getByLabel("Send no resume").check();
    await click(coder, "Review application");
    await shows(coder, "Answer this question.");
    await checkPage(coder);
    await coder.getByLabel("Optum").check();
    await click(coder, "Review application");
    await coder.getByRole("heading", { name: "Review and send" }).waitFor();
    await shows(coder, "Optum");
    await checkPage(coder);
    await click(coder, "Send application");
    await coder.waitForURL(/\/applicant\/applications\/[0-9a-f-]{36}/);
    await shows(coder, "Which encoder do you know best?");
    const applicationPath = new URL(coder.url()).pathname;
    const employerPath = applicationPath.replace("applicant", "employer");

    await desk.goto(employerPath);
    await shows(desk, "Optum");
    await desk.getByLabel("Template").selectOption({ label: "Invitation to talk (example)" });
    await click(desk, "Use template");
    const box = desk.getByLabel("Your message to Dana Coder");
    await desk.waitForURL(/messages/);
    expect(await box.inputValue()).toContain("Hello Dana");
    await box.fill("Hello {applicant frist name}, can we talk on Tuesday?");
    await click(desk, "Send message");
    await shows(desk, "We do not know {applicant frist name}");
    expect(await box.inputValue()).toContain("Tuesday");
    await checkPage(desk);
    await box.fill("Hello {applicant first name}, can we talk on Tuesday?");
    await click(desk, "Send message");
    await shows(desk, "Sent. Dana Coder gets a mail with it.");
    await checkPage(desk);

    const mail = await site.mailTo(applicant.email, /Message about your application/);
    expect(mail.text).toContain("Hello Dana, can we talk on Tuesday?");
    await coder.goto("/applicant/messages");
    await shows(coder, "1 new");
    await checkPage(coder);
    const link = /\/applicant\/applications\/[0-9a-f-]+\/messages/.exec(mail.text)?.[0] ?? "";
    await coder.goto(link);
    await shows(coder, "Morgan Owner, Bayfront Cardiology Partners");
    await coder.getByLabel(/^Your message to/).fill("Tuesday at ten is fine.");
    await click(coder, "Send message");
    await shows(coder, "Sent. Bayfront Cardiology Partners gets a mail with it.");
    await checkPage(coder);
    const told = await site.mailTo(owner.email, /Dana Coder wrote/);
    expect(JSON.stringify(told)).not.toContain(applicant.email);
    await desk.goto(employerPath);
    await shows(desk, "Tuesday at ten is fine.");
    await checkPage(desk);
  }, 120_000);
});

it("One message reaches several applicants without scripts, each in their own words", async () => {
  const { job, owner, applicant } = await makeWorld();
  const { user: other } = await makeApplicant(site.db, { user: { name: "Lee Chart" } });
  for (const { id, name } of [applicant, other]) {
    const snapshot = JSON.stringify(makeSnapshot({ name }));
    await makeApplication(site.db, { jobId: job.id, applicantId: id, snapshot });
  }
  const desk = await site.visit({ ...PHONE, javaScript: false, as: owner });
  await desk.goto(`/employer/jobs/${job.id}/applications?view=list`);
  await desk.getByLabel("Select Dana Coder").check();
  await desk.getByLabel("Select Lee Chart").check();
  await click(desk, "Write to selected");
  await shows(desk, "To 2 applicants");
  await desk.getByLabel("Template").selectOption({ label: "A respectful close (example)" });
  await click(desk, "Use template");
  await click(desk, "Preview");
  await shows(desk, "Hello Dana");
  await checkPage(desk);
  await click(desk, "Send 2 messages");
  await shows(desk, "2 messages sent.");
  await checkPage(desk);
  for (const [{ email }, first] of [
    [applicant, "Dana"],
    [other, "Lee"],
  ] as const) {
    const mail = await site.mailTo(email, /Message about your application/);
    expect(mail.text).toContain(`Hello ${first},`);
  }
}, 60_000);
