import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readProfile } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const file = async (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: await readFile(path.resolve("test/fixtures/resume-files", name)),
});
const click = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const shows = async (page: Page, words: string | RegExp) => {
  await page.getByText(words).first().waitFor();
};

async function upload(page: Page, name: string) {
  await page.goto("/applicant/resumes");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Resume file").setInputFiles(await file(name));
  await click(page, "Upload resume");
  await shows(page, "Resume uploaded");
}

/** Opens the reading; a page without scripts is asked again until the worker is done. */
async function openReading(page: Page, javaScript: boolean) {
  await page.getByRole("link", { name: /^Use it to fill in your profile/ }).click();
  const again = page.getByRole("link", { name: "See whether it is done" });
  for (let tries = 0; !javaScript && tries < 60 && (await again.count()) > 0; tries += 1) {
    await page.waitForTimeout(250);
    await again.click();
  }
}

async function checkPage(page: Page, javaScript = true) {
  if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
}

describe.each([{ javaScript: true }, { javaScript: false }])("A resume, %o", ({ javaScript }) => {
  it("is read, accepted piece by piece into the profile, and applied with", async () => {
    const job = await makeJob(site.db, { title: "Structural Heart Coder" });
    const user = await makeUser(site.db, { name: "Dolores Whitcomb" });
    const viewport = javaScript ? { width: 390, height: 844 } : { width: 1280, height: 900 };
    const page = await site.visit({ as: user, javaScript, viewport });
    await upload(page, "cath-lab.chromium.pdf");
    await checkPage(page, javaScript);
    await openReading(page, javaScript);
    await shows(page, "CIRCC, Certified Interventional Radiology Cardiovascular Coder");
    await shows(page, "CPC, AAPC, member ID 01183422, expires 05/31/2027");
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
    await checkPage(page, javaScript);

    await click(page, "Add what is ticked to my profile");
    await shows(page, "Tick what should go into your profile.");
    await page.getByRole("checkbox", { name: /^CPC, Certified/ }).check();
    await page.getByRole("checkbox", { name: /^Add Coronary and vascular/ }).check();
    await page.getByLabel("Months of Coronary and vascular interventions (PCI)").fill("none");
    await click(page, "Add what is ticked to my profile");
    await shows(page, "Give the months you coded it, from 1 to 720.");
    expect(await page.getByRole("checkbox", { name: /^CPC, Certified/ }).isChecked()).toBe(true);
    await checkPage(page, javaScript);
    await page.getByLabel("Months of Coronary and vascular interventions (PCI)").fill("90");
    await click(page, "Add what is ticked to my profile");
    await shows(page, "Profile saved");
    const { profile } = await readProfile(site.db, user.id);
    expect(profile.credentials).toMatchObject([
      { code: "CPC", number: "01183422", expiresOn: "2027-05-31" },
    ]);
    expect(profile.experience).toMatchObject([
      { familyId: "cpt-coronary-intervention", months: 90 },
    ]);
    expect(profile.work).toEqual([]);

    await page.goto("/applicant/resumes");
    await openReading(page, javaScript);
    await shows(page, "1 more is in your profile already.");
    await page.getByRole("link", { name: "Tick everything new" }).click();
    await page.getByRole("checkbox", { checked: true }).first().waitFor();
    const coronaryBox = page.getByRole("checkbox", { name: /^Add Coronary and vascular/ });
    expect(await coronaryBox.isChecked()).toBe(false);
    await page.getByRole("checkbox", { name: "Epic", exact: true }).uncheck();
    await click(page, "Add what is ticked to my profile");
    await shows(page, "Profile saved");
    const whole = (await readProfile(site.db, user.id)).profile;
    expect(whole.work.map(({ employer }) => employer)).toEqual([
      "Saltmarsh Heart Group",
      "Orange Bluff Physicians",
    ]);
    expect(whole.software).toEqual(["solventum-360"]);
    const [coronary] = whole.experience;
    expect(coronary).toMatchObject({ familyId: "cpt-coronary-intervention", months: 90 });

    await page.goto(`/jobs/${job.slug}/apply`);
    await shows(page, "Covers the one must-have family.");
    await page.getByLabel("cath-lab.chromium.pdf").check();
    await click(page, "Review application");
    await click(page, "Send application");
    await page.waitForURL(/\/applicant\/applications\/[0-9a-f-]{36}/);
  });

  it("that cannot be read says why and what to do", async () => {
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ as: user, javaScript });
    await upload(page, "unreadable.scanned.pdf");
    await openReading(page, javaScript);
    await shows(page, "pictures of pages and no text");
    await checkPage(page, javaScript);
  });

  it("waits while the profile holds changes nobody saved", async () => {
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ as: user, javaScript });
    await upload(page, "cath-lab.chromium.pdf");
    await site.db
      .updateTable("applicants")
      .set({ formDraft: JSON.stringify({ headline: ["half typed"] }) })
      .where("userId", "=", user.id)
      .execute();
    await openReading(page, javaScript);
    await shows(page, "Your profile has changes you have not saved");
    await page.getByRole("checkbox", { name: /^CIRCC/ }).check();
    await click(page, "Add what is ticked to my profile");
    await shows(page, "Save or discard them first");
    expect((await readProfile(site.db, user.id)).profile.credentials).toHaveLength(1);
  });

  it("comes as a JSON Resume too, previewed before it is accepted, and goes out as one and as a PDF", async () => {
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ as: user, javaScript });
    await page.goto("/applicant/profile/import");
    await page.waitForLoadState("networkidle");
    await page.getByLabel("Or paste it").fill("{ not json");
    await click(page, "Show what would change");
    await shows(page, "This is not JSON");
    await checkPage(page, javaScript);
    const certificates = [{ name: "CIRCC", issuer: "AAPC", id: "77", expiryDate: "2028-03-31" }];
    const document = {
      basics: { name: "D", label: "Cath lab lead" },
      certificates,
      hobbies: ["chess"],
    };
    await page.getByLabel("Or paste it").fill(JSON.stringify(document));
    await click(page, "Show what would change");
    await shows(page, "Kept for your exports");
    await shows(page, "Differs from your profile");
    await checkPage(page, javaScript);
    await page.getByRole("checkbox", { name: /^CIRCC/ }).check();
    await click(page, "Add what is ticked to my profile");
    await shows(page, "Profile saved");

    await page.getByRole("link", { name: "Download or import" }).click();
    await page.getByRole("heading", { name: "Take your profile with you" }).waitFor();
    await checkPage(page, javaScript);
    const json = await page.request.get("/applicant/profile/export.json");
    expect(await json.json()).toMatchObject({
      hobbies: ["chess"],
      basics: { label: "Cardiology coder" },
      certificates: [certificates[0], { name: "Certified Professional Coder (CPC)" }],
    });
    const download = page.waitForEvent("download");
    await click(page, "Download the PDF");
    expect((await download).suggestedFilename()).toBe("profile.pdf");
  });
});
