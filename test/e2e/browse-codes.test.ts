import { describe, expect, it } from "vitest";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const PAGES = [
  "/",
  "/code-families",
  "/code-families?q=closure",
  "/code-families?q=zzqx",
  "/code-families/cpt-structural-paravalvular",
  "/code-families/cpt-vasc-leg-revasc-legacy",
  "/specialties/interventional-cardiology",
  "/no-such-page",
];
const WINDOWS = [
  { width: 360, height: 740, colorScheme: "light" },
  { width: 1680, height: 1050, colorScheme: "dark" },
] as const;

describe.each(WINDOWS)("The public pages at $width px, $colorScheme", (window) => {
  const { colorScheme, ...viewport } = window;

  it("have no accessibility faults and never scroll sideways", async () => {
    const page = await site.visit({ viewport, colorScheme });
    for (const url of PAGES) {
      await page.goto(url);
      expect({ url, faults: await accessibilityFaults(page) }).toEqual({ url, faults: [] });
      expect({ url, overflow: await sidewaysOverflow(page) }).toEqual({ url, overflow: 0 });
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    }
  }, 120_000);
});

describe.each([{ javaScript: true }, { javaScript: false }])("Browsing codes, %o", (browser) => {
  it("leads from the start page by a code to its family and the jobs that ask for it", async () => {
    const page = await site.visit(browser);
    await page.goto("/");
    await page.getByRole("navigation", { name: "Main" }).getByText("Code families").click();
    await page.getByLabel("Find a family by code, range or word").fill("92928");
    await page.getByRole("button", { name: "Find families" }).click();
    await page.getByRole("link", { name: /Coronary and vascular interventions/ }).click();
    await page.waitForURL("**/code-families/cpt-coronary-intervention");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("92920–92998");
    expect(
      await page.getByRole("article").getByRole("heading", { level: 3 }).count(),
    ).toBeGreaterThan(0);
  });

  it("keeps a chosen appearance from page to page", async () => {
    const page = await site.visit({ ...browser, colorScheme: "light" });
    await page.goto("/code-families");
    await page.getByRole("button", { name: "Dark" }).click();
    await page.locator("html[data-appearance=dark]").waitFor();
    expect(new URL(page.url()).pathname).toBe("/code-families");
    await page.goto("/");
    expect(await page.locator("html").getAttribute("data-appearance")).toBe("dark");
  });

  it("skips to the content with the first press of Tab", async () => {
    const page = await site.visit(browser);
    await page.goto("/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#main");
  });
});

it("Unknown families and specialties are not found, signed in or not", async () => {
  const page = await site.visit({ as: site.demoAccount("applicant") });
  for (const url of ["/code-families/no-such", "/specialties/no-such", "/no-such-page"]) {
    const response = await page.goto(url);
    expect(response?.status()).toBe(404);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Page not found");
    expect(await page.getByRole("button", { name: "Log out" }).isVisible()).toBe(true);
  }
});
