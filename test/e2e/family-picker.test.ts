import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const openForm = async (options: { javaScript?: boolean }): Promise<Page> => {
  const page = await site.visit({ ...options, as: site.demoAccount("employer") });
  await page.goto("/employer/jobs/new");
  return page;
};
const picked = (page: Page) => page.locator("fieldset legend").filter({ hasText: /\d–\d/ });
const PARAVALVULAR = /93590–93592 Paravalvular leak closure/;

describe("The family picker by keyboard", () => {
  it("picks what a code stands for with Enter, and does not send the form", async () => {
    const page = await openForm({});
    const box = page.getByRole("combobox", { name: "Add a code family" });
    await box.pressSequentially("93590");
    const options = page.getByRole("listbox", { name: "Code families found" }).getByRole("option");
    await options.first().waitFor();
    expect(await options.first().textContent()).toMatch(
      /Paravalvular leak closure.*CPT › Medicine/,
    );
    expect(await box.getAttribute("aria-activedescendant")).toBe(
      await options.first().getAttribute("id"),
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await box.press("Enter");
    await page.getByRole("group", { name: PARAVALVULAR }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/employer/jobs/new");
    expect(await box.inputValue()).toBe("");
    expect(
      await page.getByText(/Paravalvular leak closure picked\. 1 family picked\./).count(),
    ).toBe(1);
  });

  it("moves with the arrows, closes with Escape, removes with Backspace and undoes", async () => {
    const page = await openForm({});
    const box = page.getByRole("combobox", { name: "Add a code family" });
    await box.pressSequentially("closure");
    await box.press("ArrowDown");
    await box.press("Enter");
    await picked(page).first().waitFor();
    const words = await picked(page).first().textContent();
    await box.pressSequentially("echo");
    await box.press("Escape");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
    await box.press("Escape");
    expect(await box.inputValue()).toBe("");
    await page.getByLabel("Experience, at least", { exact: true }).fill("37");
    await box.press("Backspace");
    expect(await picked(page).count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await picked(page).first().textContent()).toBe(words);
    expect(await page.getByLabel("Experience, at least", { exact: true }).inputValue()).toBe("37");
  });
});

describe("The family picker without JavaScript", () => {
  it("finds, adds and removes families while everything else typed stays", async () => {
    const page = await openForm({ javaScript: false });
    await page.getByLabel("Job title").fill("Structural heart coder");
    await page.getByLabel("Add a code family").fill("93590");
    await page.getByRole("button", { name: "Find families" }).click();
    await page.getByRole("checkbox", { name: PARAVALVULAR }).check();
    await page.getByRole("button", { name: "Add the ticked families" }).click();
    const row = page.getByRole("group", { name: PARAVALVULAR });
    await row.getByLabel("Nice to have").check();
    await page.getByLabel("Add a code family").fill("septal closure");
    await page.getByRole("button", { name: "Find families" }).click();
    await page.getByRole("checkbox", { name: /93580–93583/ }).check();
    await page.getByRole("button", { name: "Add the ticked families" }).click();
    expect(await picked(page).count()).toBe(2);
    expect(await row.getByLabel("Nice to have").isChecked()).toBe(true);
    await page.getByRole("button", { name: /^Remove 93580/ }).click();
    expect(await picked(page).count()).toBe(1);
    expect(await page.getByLabel("Job title").inputValue()).toBe("Structural heart coder");
  });

  it("says so when nothing is found", async () => {
    const page = await openForm({ javaScript: false });
    await page.getByLabel("Add a code family").fill("zzqx");
    await page.getByRole("button", { name: "Find families" }).click();
    expect(await page.getByText("No code family holds “zzqx”.").count()).toBe(1);
  });
});
