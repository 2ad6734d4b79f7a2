import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { unique } from "#test/factories/user.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();
// A family no other test's coders have.
const FAMILY = "cpt-rehab-modalities";

async function makeStory() {
  const word = unique();
  const employer = await makeEmployer(site.db, {
    name: `Harbor ${word}`,
    verifiedAt: new Date(),
  });
  const recruiter = await makeMember(site.db, employer.id, "recruiter");
  const job = await makeJob(site.db, { employerId: employer.id, title: `Rehab coder ${word}` });
  const { user } = await makeApplicant(site.db, {
    user: { name: `Nadia ${word}` },
    headline: `Rehab ${word}`,
    state: "WY",
    eligibleStates: ["WY"],
    experience: [{ familyId: FAMILY, months: 74 }],
  });
  return { word, employer, recruiter, job, user };
}

const faults = async (page: Page, javaScript: boolean) => {
  // axe waits for ever on a page that runs no scripts.
  if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  if (javaScript) expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
};

async function search(page: Page) {
  await page.goto("/employer/coders?state=WY&months=60");
  await page.getByLabel("Code family", { exact: true }).fill("97012");
  await page.getByRole("button", { name: "Search coders" }).click();
  await page.getByText("found for “97012”").waitFor();
  await page.locator(`input[name="family"][value="${FAMILY}"]`).check();
  await page.getByRole("button", { name: "Search coders" }).click();
  await page.getByText("Code families asked for").waitFor();
}

const save = async (page: Page) => {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("status").getByText("Saved").waitFor();
};

describe.each([true, false])("Who sees a coder, JavaScript: %s", (javaScript) => {
  it("is hidden by name, found by family, invited, and known once they accept and apply", async () => {
    const { word, employer, recruiter, job, user } = await makeStory();
    const coder = await site.visit({ as: user, javaScript });
    const desk = await site.visit({ as: recruiter, javaScript });
    const card = () => desk.getByRole("article").filter({ hasText: "Coder in Wyoming, 6 years" });

    await coder.goto("/applicant");
    await coder.getByRole("link", { name: "Who sees your profile" }).click();
    await coder.getByRole("heading", { level: 1, name: "Who sees your profile" }).waitFor();
    await coder.getByLabel("Visible", { exact: true }).check();
    await coder.getByLabel("Anonymous until I agree").check();
    await save(coder);
    await coder.getByLabel("Employer's name").fill(employer.name);
    await coder.getByRole("button", { name: "Find employers" }).click();
    await coder.getByRole("button", { name: `Hide from ${employer.name}` }).click();
    const showAgain = coder.getByRole("button", { name: `Show again to ${employer.name}` });
    await showAgain.waitFor();
    await faults(coder, javaScript);
    await search(desk);
    const before = await card().count();

    await showAgain.click();
    await showAgain.waitFor({ state: "detached" });
    await search(desk);
    expect(await card().count()).toBe(before + 1);
    await faults(desk, javaScript);
    await card().first().getByRole("link").first().click();
    await desk.getByText("This coder is anonymous").waitFor();
    expect(await desk.content()).not.toContain(`Nadia ${word}`);
    await desk.getByLabel("Job", { exact: true }).selectOption(job.id);
    await desk.getByLabel("Message").fill("Your years in rehab are what we need.");
    await faults(desk, javaScript);
    await desk.getByRole("button", { name: "Send invitation" }).click();
    await desk.getByText("The invitation is sent").waitFor();
    await desk.getByText("No answer yet").waitFor();
    await desk.getByRole("link", { name: "Find coders" }).last().click();
    await desk.getByRole("link", { name: "Invitations you sent" }).click();
    await desk.getByRole("article").getByText("No answer yet").waitFor();
    await desk.getByRole("article").getByRole("link").first().click();
    await desk.getByText("This coder is anonymous").waitFor();

    await site.mailTo(user.email, /invites you to apply/);
    await coder.goto("/applicant");
    await coder.getByRole("link", { name: "Invitations to apply: 1 to answer" }).click();
    await coder.getByText("Your years in rehab are what we need.").waitFor();
    await faults(coder, javaScript);
    await coder.getByRole("button", { name: /^Accept and apply/ }).click();
    await coder.waitForURL(`**/jobs/${job.slug}/apply`);
    await desk.reload();
    await desk.getByRole("heading", { level: 1, name: `Nadia ${word}` }).waitFor();
    await desk.getByText("Accepted").waitFor();

    await coder.getByLabel("Send no resume").check();
    await coder.getByRole("button", { name: "Review application" }).click();
    await coder.getByRole("button", { name: "Send application" }).click();
    await coder.waitForURL("**/applicant/applications/**");
    await coder.goto("/applicant/invitations");
    await coder.getByRole("link", { name: "See your application" }).waitFor();
    await coder.goto("/applicant/privacy");
    await coder.getByText("looked at your profile").waitFor();
    await coder.getByRole("button", { name: `Hide my name again from ${employer.name}` }).waitFor();
    await coder.getByRole("link", { name: "Everyone who looked" }).click();
    await coder.getByRole("heading", { level: 1, name: "Who looked" }).waitFor();
    await coder.getByRole("link", { name: employer.name }).waitFor();
    await faults(coder, javaScript);
  });
});

describe("An employer that is not verified", () => {
  it("reads why it finds no coders and what to do, and no coder's page", async () => {
    const employer = await makeEmployer(site.db, { name: `Unknown ${unique()}` });
    const owner = await makeMember(site.db, employer.id);
    const { profile } = await makeApplicant(site.db, { visibility: "visible" });
    const page = await site.visit({ as: owner });
    await page.goto("/employer/coders");
    await page.getByText(`${employer.name} cannot search coders yet`).waitFor();
    await faults(page, true);
    expect((await page.goto(`/employer/coders/${profile.publicId}`))?.status()).toBe(404);
    await page.goto("/employer/coders");
    await page.getByRole("link", { name: "Fill in your employer page" }).click();
    await page.waitForURL("**/employer/settings");
  });
});
