import { describe, expect, it } from "vitest";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

describe.each([{ javaScript: true }, { javaScript: false }])("A first visit, %o", (browser) => {
  it("shows one heading and the way in, and asks nobody else for anything", async () => {
    const page = await site.visit(browser);
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(site.origin)) foreign.push(request.url());
    });
    const response = await page.goto("/");
    expect(response?.status()).toBe(200);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(await page.getByRole("link", { name: "Log in" }).first().isVisible()).toBe(true);
    expect(foreign).toEqual([]);
  });

  it("lets each demo account in", async () => {
    for (const account of site.demoAccounts) {
      const page = await site.visit({ ...browser, as: account });
      await page.getByRole("button", { name: "Log out" }).first().waitFor();
    }
  });
});
