import type { Page } from "playwright-core";

/** The page's own part: header and footer have links of the same names. */
export const main = (page: Page) => page.getByRole("main");

export const press = (page: Page, name: string) =>
  main(page).getByRole("button", { name, exact: true }).click();

const isLive = (page: Page) => main(page).getByRole("button", { name: "Find families" });

/** Picks a code family by a code, the way the page offers it: as a combobox or as a list to tick. */
export async function pickFamily(
  page: Page,
  { code, label, javaScript }: { code: string; label: RegExp; javaScript: boolean },
): Promise<void> {
  const box = page.getByLabel("Add a code family");
  if (javaScript) {
    await isLive(page).waitFor({ state: "detached" });
    await box.fill(code);
    await page.getByRole("option", { name: label }).first().waitFor();
    await box.press("Enter");
    return;
  }
  await box.fill(code);
  await press(page, "Find families");
  const hit = main(page).getByRole("checkbox", { name: label }).first();
  await hit.check();
  await press(page, "Add the ticked families");
}

/** Fills in a whole remote job but for its code families. */
export async function fillJob(page: Page, title: string): Promise<void> {
  await page.getByLabel("Job title").fill(title);
  await page.getByLabel("Main specialty").selectOption({ label: "Interventional cardiology" });
  await page.locator("summary", { hasText: "Settings" }).click();
  await page.getByRole("checkbox", { name: "Professional fee (pro-fee)" }).check();
  await page.getByLabel("Required credentials").fill("RHIT and CCS, or CIC");
  await page.getByLabel("Employment", { exact: true }).selectOption({ label: "Full-time (FTE)" });
  await page.getByRole("radio", { name: "Remote", exact: true }).check();
  await page.getByLabel("Where a coder may live").selectOption("listed-states");
  await page.locator(".states-listed summary").click();
  await page.getByRole("checkbox", { name: "Florida" }).check();
  await page.getByRole("checkbox", { name: "Georgia" }).check();
  await page.getByLabel("How the job pays").selectOption("hourly");
  await page.getByLabel("Pay from").fill("30");
  await page.getByLabel("Pay to").fill("39");
  await page
    .getByLabel("Description", { exact: true })
    .fill("### The queue\n\nCode the **cath lab**.");
}
