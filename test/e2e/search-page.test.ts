import { randomInt } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { toJson } from "#db/schema/json-column.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { CORONARY, makeJob } from "#test/factories/job.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

// Letters only, so that it is never read as a code: these tests count jobs of their own, whoever else posts.
const WORD = `zq${Array.from({ length: 10 }, () => "abdefghklmnprst"[randomInt(15)]).join("")}`;
const COUNT = 23;
const LEAK = { familyId: "cpt-structural-paravalvular", level: "must", minMonths: 0 } as const;
const TAMPA = { city: "Tampa", state: "FL", zip: "33602", latitude: 27.9614, longitude: -82.4597 };

beforeAll(async () => {
  const { id: employerId } = await makeEmployer(site.db);
  for (let number = 0; number < COUNT; number += 1) {
    const at = new Date(Date.now() - number * 3_600_000);
    await makeJob(site.db, {
      employerId,
      title: `${WORD} coder ${number}`,
      ...(number % 2 ? { ...TAMPA, workMode: "onsite" } : { workMode: "remote" }),
      credentialRule: toJson([[], [["CPC"]], [["CCS"], ["CPC"]]][number % 3] ?? []),
      experienceLevel: number < 5 ? null : "mid",
      software: number % 4 ? ["epic"] : [],
      requirements: number % 2 ? [LEAK] : [CORONARY],
      payMin: 20 + number,
      payMax: 60 + number,
      hourlyMin: 20 + number,
      hourlyMax: 60 + number,
      firstPublishedAt: at,
      publishedAt: at,
    });
  }
  await site.untilIndexed();
});

const results = (page: Page) => page.getByRole("region", { name: "Results" });
const titles = (page: Page) => results(page).getByRole("heading", { level: 3 }).allTextContents();
const chips = (page: Page) => page.getByRole("list", { name: "Filters in force" });
const settle = (page: Page, address: (url: URL) => boolean) => page.waitForURL(address);
const shown = async (page: Page): Promise<number> => {
  const words = await results(page).getByRole("status").textContent();
  return Number(/([\d,]+) jobs?$/.exec(words ?? "")?.[1]?.replace(",", "") ?? 0);
};
const press = (page: Page) => page.getByRole("button", { name: "Search", exact: true }).click();

interface Choice {
  name: string;
  value: string;
  count: number;
}

/** Every value of every facet on the page, with the count beside it. */
const choices = (page: Page): Promise<Choice[]> =>
  page.locator("fieldset label:has(input[type=checkbox])").evaluateAll((labels) =>
    labels.flatMap((label) => {
      const input = label.querySelector("input");
      const count = /(\d+)$/.exec(label.textContent ?? "")?.[1];
      return input && count ? [{ name: input.name, value: input.value, count: Number(count) }] : [];
    }),
  );

describe.each([
  { javaScript: true, how: "with JavaScript" },
  { javaScript: false, how: "without JavaScript" },
])("The search page, $how", ({ javaScript }) => {
  const open = async (query: string): Promise<Page> => {
    const page = await site.visit({ javaScript });
    await page.goto(`/jobs?${query}`, { waitUntil: "load" });
    return page;
  };

  it("says how it read a code", async () => {
    const page = await open("");
    await page.getByLabel("Words, a code or a range").fill("93590");
    await press(page);
    const read = page.getByRole("list", { name: "How your codes were read" });
    await read.waitFor();
    expect(await read.textContent()).toMatch(/93590.*Paravalvular leak closure, 93590–93592/);
    expect(await shown(page)).toBeGreaterThanOrEqual(Math.floor(COUNT / 2));
  });

  it("says what a line was read as, and takes a reading back and again", async () => {
    const page = await open(`q=${WORD}+remote`);
    const read = page.getByRole("list", { name: "Interpreted as" });
    expect(await shown(page)).toBe(12);
    await read.getByRole("link", { name: /^Remote.*, search for the words/ }).click();
    await settle(page, (url) => url.searchParams.get("asWords") === "remote");
    await read.getByRole("link", { name: "“remote” as words" }).click();
    await settle(page, (url) => !url.searchParams.has("asWords"));
    await read.getByRole("link", { name: /^Remote.*, search for the words/ }).waitFor();
    await page.goto(`/jobs?q=${WORD}+hybrid`);
    expect(await shown(page)).toBe(0);
  });

  it("removes one filter by each chip", async () => {
    const page = await open(`q=${WORD}&mode=remote&credential=CPC&payMin=60`);
    expect(await chips(page).getByRole("listitem").count()).toBe(4);
    await chips(page)
      .getByRole("link", { name: /^Remote/ })
      .click();
    await settle(page, (url) => !url.searchParams.has("mode"));
    expect(new URL(page.url()).search).toBe(`?q=${WORD}&credential=CPC&payMin=60`);
    await chips(page).getByRole("link", { name: /^CPC/ }).click();
    await settle(page, (url) => !url.searchParams.has("credential"));
    await chips(page).getByRole("link", { name: /\$60/ }).click();
    await settle(page, (url) => url.search === `?q=${WORD}`);
    await expect.poll(() => shown(page)).toBe(COUNT);
  });

  it("chooses filters in the panel, and one choice leaves the facet's others open", async () => {
    const page = await open(`q=${WORD}`);
    for (const label of [/^CPC \d/, /^CCS \d/]) {
      await page.getByRole("checkbox", { name: label }).first().check();
      if (!javaScript) await press(page);
      await page.waitForURL(/credential=/);
      await expect
        .poll(() => page.getByRole("checkbox", { name: label }).first().isChecked())
        .toBe(true);
    }
    await settle(page, (url) => url.searchParams.getAll("credential").length === 2);
    await expect.poll(() => chips(page).getByRole("listitem").count()).toBe(3);
    expect(await shown(page)).toBe(15);
  });

  it("drills down from a code system to a family and back", async () => {
    const page = await open(`q=${WORD}`);
    const step = async (name: RegExp | string, family: string | null) => {
      await page.getByRole("link", { name }).first().click();
      await settle(page, (url) => url.searchParams.get("family") === family);
    };
    await step(/^CPT 23$/, "cpt");
    await step(/Medicine: cardiovascular 23$/, "cpt-medicine-cardiovascular");
    await step(/^93590–93592 Paravalvular leak closure 11$/, LEAK.familyId);
    await expect.poll(() => shown(page)).toBe(11);
    await step(/Medicine: cardiovascular$/, "cpt-medicine-cardiovascular");
    await expect.poll(() => shown(page)).toBe(COUNT);
    await step("Any code family", null);
    await expect.poll(() => shown(page)).toBe(COUNT);
  });

  it("sorts, turns pages, and comes back by reload and by the browser's buttons", async () => {
    const page = await open(`q=${WORD}`);
    await page.getByLabel("Sort by").selectOption({ label: "Pay" });
    if (!javaScript) await press(page);
    await settle(page, (url) => url.searchParams.get("sort") === "pay");
    await expect.poll(async () => (await titles(page))[0]).toBe(`${WORD} coder 22`);
    await page.getByRole("link", { name: "Page 2", exact: true }).click();
    await settle(page, (url) => url.searchParams.get("page") === "2");
    await results(page).getByText("21–23 of 23 jobs").waitFor();
    await page.reload();
    await results(page).getByText("21–23 of 23 jobs").waitFor();
    const last = await titles(page);
    await page.goBack();
    await results(page).getByText("1–20 of 23 jobs").waitFor();
    expect(await page.getByLabel("Sort by").inputValue()).toBe("pay");
    await page.goForward();
    await results(page).getByText("21–23 of 23 jobs").waitFor();
    expect(await titles(page)).toEqual(last);
    const elsewhere = await open(new URL(page.url()).search.slice(1));
    expect(await titles(elsewhere)).toEqual(last);
  });

  it("finds jobs near a city and says how far they are", async () => {
    const page = await open(`q=${WORD}`);
    await page.getByLabel("City or ZIP").fill("St. Petersburg, FL");
    await page.getByLabel("Within").selectOption("25");
    await press(page);
    await settle(page, (url) => url.searchParams.get("radius") === "25");
    await chips(page).getByText("Within 25 miles of St. Petersburg, FL").waitFor();
    expect(await shown(page)).toBeGreaterThanOrEqual(11);
    expect(
      await results(page)
        .getByText(/\d+ miles away/)
        .count(),
    ).toBeGreaterThan(0);
    await page.goto(`/jobs?q=${WORD}&near=Nowhereville`);
    await results(page).getByText("We do not know “Nowhereville”").waitFor();
    expect(await shown(page)).toBe(COUNT);
  });

  it("proposes wider searches that list something when nothing is found", async () => {
    for (const query of [`q=${WORD}&mode=hybrid`, `q=${WORD}&mode=hybrid&state=WY&payMin=400`]) {
      const page = await open(query);
      await page.getByRole("heading", { name: "Nothing matches all of that" }).waitFor();
      const links = results(page).locator(".nothing-found a");
      const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      expect(hrefs.length).toBeGreaterThan(0);
      for (const href of hrefs) {
        await page.goto(href ?? "");
        expect(await shown(page), href ?? "").toBeGreaterThan(0);
      }
    }
  });
});

it("counts beside each value what choosing it lists, “Not stated” among them", async () => {
  const page = await site.visit({ javaScript: false });
  await page.goto(`/jobs?q=${WORD}`);
  const offered = await choices(page);
  const names = new Set(offered.map(({ name }) => name));
  for (const name of ["mode", "credential", "experience", "software"])
    expect(names).toContain(name);
  expect(offered).toContainEqual({ name: "experience", value: "not-stated", count: 5 });
  for (const { name, value, count } of offered.filter((one) => one.name !== "state")) {
    await page.goto(`/jobs?q=${WORD}&${name}=${encodeURIComponent(value)}`);
    expect(await shown(page), `${name}=${value}`).toBe(count);
  }
});

it("shows new results without loading the page again", async () => {
  const page = await site.visit();
  await page.goto(`/jobs?q=${WORD}`, { waitUntil: "networkidle" });
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole("checkbox", { name: /^Remote \d/ }).check();
  await results(page).getByText("12 jobs").waitFor();
  expect(new URL(page.url()).search).toBe(`?q=${WORD}&mode=remote`);
  await page.getByLabel("Words, a code or a range").fill(`${WORD} 93590`);
  await page.getByRole("list", { name: "How your codes were read" }).waitFor();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

it("leaves the focus and the words where they are while results come in", async () => {
  const page = await site.visit();
  await page.goto(`/jobs?q=${WORD}`, { waitUntil: "networkidle" });
  const remote = page.getByRole("checkbox", { name: /^Remote \d/ });
  const hasFocus = (name: string) =>
    page.evaluate((wanted) => document.activeElement?.getAttribute("name") === wanted, name);
  await remote.focus();
  await page.keyboard.press("Space");
  await results(page).getByText("12 jobs").waitFor();
  expect(await remote.isChecked()).toBe(true);
  expect(await hasFocus("mode")).toBe(true);
  await page.keyboard.press("Space");
  await results(page).getByText("of 23 jobs").waitFor();
  expect(await remote.isChecked()).toBe(false);
  expect(await hasFocus("mode")).toBe(true);
  await page.getByLabel("Words, a code or a range").fill("");
  await page.waitForURL((url) => !url.searchParams.get("q"));
  await page.keyboard.type(WORD.slice(0, 6));
  await page.waitForURL((url) => url.searchParams.get("q") === WORD.slice(0, 6));
  await page.keyboard.type(WORD.slice(6));
  await page.waitForURL((url) => url.searchParams.get("q") === WORD);
  expect(await hasFocus("q")).toBe(true);
  await page.goto("/code-families");
  await page.goBack();
  await expect.poll(() => page.getByLabel("Words, a code or a range").inputValue()).toBe(WORD);
});

it("does what was chosen before the page came alive", async () => {
  const page = await site.visit();
  await page.route("**/assets/entry.client-*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.goto(`/jobs?q=${WORD}`, { waitUntil: "commit" });
  await page.getByLabel("Sort by").selectOption({ label: "Pay" });
  await page.waitForURL((url) => url.searchParams.get("sort") === "pay");
  await expect.poll(async () => (await titles(page))[0]).toBe(`${WORD} coder 22`);
});

it("sends no more than 130 kB of script", async () => {
  const html = await (await fetch(`${site.origin}/jobs`)).text();
  const scripts = new Set(html.match(/\/assets\/[\w.-]+\.js/g));
  let bytes = 0;
  for (const script of scripts) {
    const body = await (await fetch(`${site.origin}${script}`)).arrayBuffer();
    bytes += brotliCompressSync(Buffer.from(body)).byteLength;
  }
  expect(scripts.size).toBeGreaterThan(5);
  expect(bytes).toBeLessThanOrEqual(130_000);
});

it("answers wrong parameters with results, never with an error", async () => {
  const page = await site.visit({ javaScript: false });
  const wrong = [
    "page=-1&sort=upside-down&radius=NaN&payMin=1e400",
    "family=nope&specialty=%20&state=OR&state=ZZ&mode=__proto__",
    "q=%F0%9F%98%80%22%5C%27)(*&near=%5B%5D&radius=99999999",
    "page=99999999&postedWithin=-3&experience=constructor&more=toString",
    `q=${"a".repeat(1_000)}&apprentice=maybe`,
    "q=OR&state=OR&state=IN",
  ];
  for (const query of wrong) {
    const response = await page.goto(`/jobs?${query}`);
    expect(response?.status(), query).toBe(200);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Find a coding job");
  }
});
