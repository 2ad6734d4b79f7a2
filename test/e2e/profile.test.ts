import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readProfile } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeUser } from "#test/factories/user.ts";
import { accessibilityFaults } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const editor = async (as: { email: string }, javaScript = true): Promise<Page> => {
  const page = await site.visit({ as, javaScript });
  await page.goto("/applicant/profile");
  if (javaScript) await page.getByRole("combobox", { name: "Add a code family" }).waitFor();
  return page;
};
const group = (page: Page, name: RegExp | string) => page.getByRole("group", { name });
const save = (page: Page) =>
  page.getByRole("button", { name: "Save profile" }).filter({ visible: true }).last().click();
const saved = (page: Page) => page.getByText("Profile saved", { exact: true }).waitFor();

async function addFamily(page: Page, code: string, javaScript: boolean) {
  await page.getByLabel("Add a code family").fill(code);
  if (javaScript) {
    await page.getByRole("option").first().click();
    return;
  }
  await page.getByRole("button", { name: "Find families" }).click();
  await page.getByRole("checkbox", { name: new RegExp(`^${code}`) }).check();
  await page.getByRole("button", { name: "Add the ticked families" }).click();
}

async function choose(page: Page, list: string, label: string) {
  const picker = page.locator("details.choice-picker", { hasText: list });
  await picker.locator("summary").click();
  await picker.getByLabel(label, { exact: true }).check();
}

describe.each([{ javaScript: true }, { javaScript: false }])("A profile, %o", ({ javaScript }) => {
  it("is filled from nothing, saved and found again as it was typed", async () => {
    const user = await makeUser(site.db);
    const page = await editor(user, javaScript);
    const meter = page.getByRole("region", { name: /complete/ });
    expect(await meter.getByRole("heading").textContent()).toBe("Profile 0% complete");
    expect(await meter.getByText("They weigh more than all else").isVisible()).toBe(true);

    await page.getByLabel("Headline").fill("Structural heart coder");
    await addFamily(page, "93590", javaScript);
    const family = group(page, /Paravalvular leak closure/);
    await family.getByLabel("Experience").fill("36");
    await family.getByLabel("Last used").fill("2026-05");
    await family.getByLabel("Accuracy").fill("97.5");
    await family.getByLabel("Volume", { exact: true }).fill("18");
    await family.getByLabel("Volume is in").selectOption("charts-per-day");

    await page.getByRole("button", { name: "Add a credential" }).click();
    const credential = group(page, "Credential 1");
    await credential.getByLabel("Credential", { exact: true }).selectOption("CCS");
    await credential.getByLabel("Member or certificate number").fill("0042");
    await credential.getByLabel("Expires").fill("2027-12-31");
    await page.getByRole("button", { name: "Add a credential" }).click();
    await group(page, "Credential 2").getByLabel("Credential", { exact: true }).selectOption("CPC");

    await page.getByLabel("Experience level").selectOption("senior");
    await choose(page, "Specialties", "Interventional cardiology");
    await choose(page, "Settings", "Professional fee (pro-fee)");
    await page.getByLabel("State you live in").selectOption("OH");
    await page.getByLabel("Remote", { exact: true }).check();
    await page.getByLabel("Pay you wish for").fill("$36.50");
    await page.getByLabel("Paid by").selectOption("hourly");

    await page.getByRole("button", { name: "Add a job" }).click();
    const work = group(page, "Job 1");
    await work.getByLabel("Employer").fill("Seagrape Heart Group");
    await work.getByLabel("Title").fill("Interventional coder");
    await work.getByLabel("From").fill("2019-02");
    await save(page);
    await saved(page);

    expect(await meter.getByRole("heading").textContent()).toBe("Profile 100% complete");
    expect(await group(page, "Credential 1").getByLabel("Issuer").inputValue()).toBe("AHIMA");
    expect(await page.getByLabel("Pay you wish for").inputValue()).toBe("36.5");
    const { profile } = await readProfile(site.db, user.id);
    expect(profile).toMatchObject({
      headline: "Structural heart coder",
      state: "OH",
      payWishedMin: 36.5,
      specialties: ["interventional-cardiology"],
      settings: ["professional-fee"],
      experience: [
        {
          familyId: "cpt-structural-paravalvular",
          months: 36,
          lastUsedOn: "2026-05-01",
          accuracyPercent: 97.5,
          volume: 18,
          volumeUnit: "charts-per-day",
        },
      ],
      credentials: [{ code: "CCS", number: "0042", expiresOn: "2027-12-31" }, { code: "CPC" }],
      work: [{ employer: "Seagrape Heart Group", startedOn: "2019-02-01", endedOn: null }],
    });
  });

  it("is refused with a sentence beside each field, and everything typed survives", async () => {
    const { user } = await makeApplicant(site.db);
    const page = await editor(user, javaScript);
    await page.getByLabel("Headline").fill("Still here");
    await page.getByLabel("Pay you wish for").fill("thirty");
    await page.getByRole("button", { name: "Add a job" }).click();
    await group(page, "Job 1").getByLabel("Title").fill("Coder");
    await save(page);

    const summary = page.getByRole("region", { name: "2 things need your attention" });
    await summary.waitFor();
    await summary.getByRole("link", { name: "Job 1, Employer: Name the employer." }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("work-0-employer");
    expect(await page.getByLabel("Headline").inputValue()).toBe("Still here");
    expect(await page.getByLabel("Pay you wish for").inputValue()).toBe("thirty");
    expect(await group(page, "Job 1").getByLabel("Title").inputValue()).toBe("Coder");

    const again = await page.context().newPage();
    await again.goto("/applicant/profile");
    expect(await again.getByLabel("Pay you wish for").inputValue()).toBe("thirty");

    await page.getByLabel("Pay you wish for").fill("");
    await page.getByRole("button", { name: "Remove job 1" }).click();
    await group(page, "Job 1").waitFor({ state: "detached" });
    await save(page);
    await saved(page);
    expect((await readProfile(site.db, user.id)).profile).toMatchObject({
      headline: "Still here",
      payWishedMin: null,
      work: [],
    });
  });

  it("saved in two windows tells the second, which loses nothing and may save again", async () => {
    const { user } = await makeApplicant(site.db);
    const first = await editor(user, javaScript);
    const second = await first.context().newPage();
    await second.goto("/applicant/profile");
    if (javaScript) await second.getByRole("combobox", { name: "Add a code family" }).waitFor();
    await first.getByLabel("Headline").fill("From the first window");
    await save(first);
    await saved(first);

    await second.getByLabel("Headline").fill("From the second window");
    await save(second);
    await second.getByText("was saved in another window").first().waitFor();
    expect(await second.getByLabel("Headline").inputValue()).toBe("From the second window");
    expect((await readProfile(site.db, user.id)).profile.headline).toBe("From the first window");
    await save(second);
    await saved(second);
    expect((await readProfile(site.db, user.id)).profile.headline).toBe("From the second window");
  });
});

describe("The profile editor for everyone", () => {
  it.each(["light", "dark"] as const)(
    "is free of accessibility problems, in %s",
    async (colorScheme) => {
      const { user } = await makeApplicant(site.db);
      const page = await site.visit({ as: user, colorScheme });
      await page.goto("/applicant/profile");
      await page.getByRole("button", { name: "Add a school" }).click();
      await group(page, "School 1").getByLabel("Level").selectOption("associate");
      await page.getByLabel("Pay you wish for").fill("thirty");
      await save(page);
      await page.getByRole("region", { name: "2 things need your attention" }).waitFor();
      const settings = page.locator("details.choice-picker", { hasText: "Settings" });
      await settings.locator("summary").click();
      await page.getByLabel("Add a code family").fill("heart");
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  it("works by keyboard alone: pick, fill, add, remove, undo and save", async () => {
    const user = await makeUser(site.db);
    const page = await editor(user);
    await page.getByLabel("Add a code family").focus();
    await page.keyboard.type("93590");
    await page.keyboard.press("Enter");
    await group(page, /Paravalvular/).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("24");
    const add = page.getByRole("button", { name: "Add a credential" });
    await add.focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("credentials-0-code");
    await page.keyboard.type("CPC:");
    await page.getByRole("button", { name: "Remove credential 1" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Undo: bring the removed credential back" }).focus();
    await page.keyboard.press("Enter");
    const back = group(page, "Credential 1").getByLabel("Credential", { exact: true });
    expect(await back.inputValue()).toBe("CPC");
    await page.getByLabel("Headline").focus();
    await page.keyboard.type("By keyboard");
    await page.keyboard.press("Enter");
    await saved(page);
    expect((await readProfile(site.db, user.id)).profile).toMatchObject({
      headline: "By keyboard",
      experience: [{ familyId: "cpt-structural-paravalvular", months: 24 }],
      credentials: [{ code: "CPC", issuer: "AAPC" }],
    });
  });
});
