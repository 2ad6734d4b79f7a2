import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe finds wrong with a page as it stands, one line per rule; empty when clean. `only` names its rules. */
export async function accessibilityFaults(page: Page, only?: string[]): Promise<string[]> {
  // A list about to be replaced is dimmed for that moment.
  await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
  // Legacy mode asks this page alone: there are no frames here, and the other mode opens a window for each answer.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (only ? axe.withRules(only) : axe).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

/** How many pixels a page is wider than its window; 0 or less is right. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
