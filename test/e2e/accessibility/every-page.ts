import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";
import { ACCESS } from "../guard-matrix/access.ts";
import { fillPath, routeManifest } from "../guard-matrix/route-manifest.ts";
import { makeWorld, PERSONAS, type Persona, type World } from "../guard-matrix/world.ts";

const pages = (await routeManifest()).filter(({ id, page }) => page && id !== "root");
/** The first who may: what a page shows to the others differs in its data, not in its parts. */
const visitorOf = (id: string): Persona | undefined => {
  const access = ACCESS[id]?.loader;
  return access === "everyone" ? "anonymous" : access?.[0];
};

// States that the plain addresses do not show: chosen filters, refusals, and people who have nothing yet.
const FURTHER: Partial<Record<Persona, readonly string[]>> = {
  anonymous: [
    "/jobs?q=93590&mode=remote&near=Tampa",
    "/jobs?q=zzzz&state=WY",
    "/signup?sent",
    "/login?redirectTo=%2Fapplicant",
    "/forgot-password?sent",
    "/code-families?q=leak",
  ],
  otherApplicant: ["/applicant", "/applicant/applications", "/applicant/resumes", "/jobs"],
  viewer: ["/employer"],
  otherOwner: ["/employer", "/employer/jobs"],
  newEmployer: ["/employer/settings"],
};

// Colors change with the scheme and structure with the width: each is asked of all rules once, the rest of colors.
const VIEWS = [
  { width: 1280, colorScheme: "light", rules: undefined },
  { width: 1280, colorScheme: "dark", rules: ["color-contrast"] },
  { width: 390, colorScheme: "dark", rules: undefined },
] as const;

/** Everything that is wrong with a page in every view, one line each. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize({ width: VIEWS[0].width, height: 800 });
  const response = await page.goto(path, { waitUntil: "load" });
  const faults = await page.evaluate(shapeFaults);
  if (!response || response.status() >= 500) faults.push(`answers ${response?.status()}`);
  for (const { width, colorScheme, rules } of VIEWS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const wider = await sidewaysOverflow(page);
    const found = await accessibilityFaults(page, rules && [...rules]);
    if (wider > 0) found.push(`${wider} pixels wider than the window`);
    faults.push(...found.map((fault) => `${width} ${colorScheme}: ${fault}`));
  }
  return faults.map((fault) => `${path} ${fault}`);
}

/** Runs in the page: one heading of the first level, a title of its own, a label at every control. */
function shapeFaults(): string[] {
  const headings = document.querySelectorAll("h1").length;
  const unlabelled = [...document.querySelectorAll("input, select, textarea")].filter(
    (control) =>
      control instanceof HTMLElement &&
      control.getClientRects().length > 0 &&
      !(control as HTMLInputElement).labels?.length &&
      !control.hasAttribute("aria-label") &&
      !control.hasAttribute("aria-labelledby"),
  );
  return [
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(document.title.includes("CareerCenter") ? [] : [`title “${document.title}”`]),
    ...unlabelled.map((control) => `no label: ${control.outerHTML.slice(0, 80)}`),
  ];
}

const visitors = PERSONAS.filter(
  (persona) => FURTHER[persona] || pages.some(({ id }) => visitorOf(id) === persona),
);

/** Strangers and coders; everybody else works for an employer or for the board. */
export const ofCoders = (persona: Persona): boolean =>
  persona === "anonymous" || /applicant/i.test(persona);

/** The tests of what these people see; a file for each group, so that they run beside each other. */
export function checkPagesOf(isOfGroup: (persona: Persona) => boolean): void {
  const site = setUpSite();
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(site);
  });

  it.each(visitors.filter(isOfGroup))(
    "what %s sees is accessible, wide and narrow, light and dark",
    async (persona) => {
      const page = await site.visit();
      const [name = "", value = ""] = world.cookies[persona].split("=");
      if (name) await page.context().addCookies([{ name, value, url: site.origin }]);
      const own = pages.filter(({ id }) => visitorOf(id) === persona);
      const paths = own.map(({ id, path }) => fillPath(path, ACCESS[id]?.params?.(world)));
      const faults: string[] = [];
      for (const path of [...paths, ...(FURTHER[persona] ?? [])]) {
        faults.push(...(await faultsOf(page, path)));
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
}

/** Ids of pages nobody may see: there are none. */
export const unseenPages = (): string[] =>
  pages.filter(({ id }) => !visitorOf(id)).map(({ id }) => id);
