import { beforeAll, describe, expect, it } from "vitest";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { main } from "#test/support/posting.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();
let email = "";
let jobId = "";
let draftId = "";

const LONGEST =
  "Donaudampfschifffahrtsgesellschaftskrankenversicherungsabrechnungskodierer for Interventional Cardiology";

beforeAll(async () => {
  const employer = await makeEmployer(site.db, {
    name: "The Very Reverend Bartholomew Featherstonehaugh Memorial Regional Health System of the Greater Tri-County Area",
  });
  email = (await makeMember(site.db, employer.id)).email;
  const job = await makeJob(site.db, { employerId: employer.id, title: LONGEST });
  jobId = job.id;
  await makeApplication(site.db, { jobId });
  const draft = await makeJob(site.db, {
    employerId: employer.id,
    status: "draft",
    title: "",
    payType: null,
    firstPublishedAt: null,
  });
  draftId = draft.id;
  for (let number = 1; number <= 21; number++) {
    await makeJob(site.db, { employerId: employer.id, title: `Coder ${number}`, status: "paused" });
  }
});

const PAGES = [
  "/employer",
  "/employer/settings",
  "/employer/jobs",
  "/employer/jobs/new",
  "/employer/jobs/JOB",
  "/employer/jobs/JOB/edit",
  "/employer/jobs/JOB/preview",
  "/employer/jobs/JOB/close",
  "/employer/jobs/DRAFT",
  "/employer/jobs/DRAFT/preview",
  "/employer/jobs/DRAFT/discard",
];

describe.each([
  { width: 360, colorScheme: "dark" as const },
  { width: 1280, colorScheme: "light" as const },
])("the desk at $width pixels, $colorScheme", ({ width, colorScheme }) => {
  it("has nothing axe objects to and nothing that sticks out", async () => {
    const viewport = { width, height: 900 };
    const page = await site.visit({ as: { email }, viewport, colorScheme });
    for (const path of PAGES) {
      await page.goto(path.replace("JOB", jobId).replace("DRAFT", draftId));
      expect(await main(page).getByRole("heading", { level: 1 }).count(), path).toBe(1);
      expect(await accessibilityFaults(page), path).toEqual([]);
      expect(await sidewaysOverflow(page), path).toBeLessThanOrEqual(0);
    }
  }, 120_000);
});

it("shows a refused form without a fault, and moves to what is wrong", async () => {
  const employer = await makeEmployer(site.db);
  const member = await makeMember(site.db, employer.id);
  const page = await site.visit({ as: { email: member.email } });
  await page.goto("/employer/jobs/new");
  await main(page).getByRole("button", { name: "Publish" }).click();
  const summary = main(page).getByRole("region", { name: /things need your attention/ });
  await summary.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await summary.getByRole("link", { name: /Code families/ }).click();
  await page.waitForFunction(() => document.activeElement?.id === "requirements");
});

describe("the list of own jobs", () => {
  it("filters by status with true counts, searches titles and turns its pages", async () => {
    const page = await site.visit({ as: { email }, javaScript: false });
    await page.goto("/employer/jobs");
    const tabs = page.getByRole("navigation", { name: "Jobs by status" });
    expect(await tabs.getByRole("link").allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^All\s+23$/),
        expect.stringMatching(/^Paused\s+21$/),
      ]),
    );
    await tabs.getByRole("link", { name: /Paused/ }).click();
    await main(page).getByRole("link", { name: "Next" }).click();
    expect(await main(page).getByRole("heading", { level: 2 }).allInnerTexts()).toHaveLength(1);
    await page.getByLabel("Find a job").fill("coder 2");
    await main(page).getByRole("button", { name: "Find" }).click();
    expect(await main(page).getByRole("heading", { level: 2 }).count()).toBe(3);
    await page.getByLabel("Find a job").fill("100%_\\");
    await main(page).getByRole("button", { name: "Find" }).click();
    await main(page).getByRole("heading", { name: "No job matches “100%_\\”" }).waitFor();
  });

  it.each(["page=99999999999", "page=-1", "status=nonsense", "page=2&page=3"])(
    "falls back for ?%s",
    async (query) => {
      const page = await site.visit({ as: { email } });
      expect((await page.goto(`/employer/jobs?${query}`))?.status()).toBe(200);
    },
  );
});

it("begins with the employer page for an account without one", async () => {
  const { email: newcomer } = await makeUser(site.db, { kind: "employer" });
  const page = await site.visit({ as: { email: newcomer } });
  for (const path of ["/employer", "/employer/jobs", "/employer/jobs/new"]) {
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe("/employer/settings");
  }
});
