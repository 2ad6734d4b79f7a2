import { describe, expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser, unique } from "#test/factories/user.ts";
import { accessibilityFaults } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();
// A family no other test posts jobs for: the desk recommends only the few best.
const modalities = {
  familyId: "cpt-rehab-modalities",
  level: "must",
  minMonths: 12,
} as const;

describe("An applicant's desk", () => {
  it("says what to do first when there is nothing yet", async () => {
    const user = await makeUser(site.db);
    const page = await site.visit({ as: user });
    await page.goto("/applicant");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Your desk");
    await page.getByText("No application under way").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "Add your code families" }).click();
    await page.waitForURL("**/applicant/profile#families");
  });

  it("shows open jobs that ask for the applicant's families, and why; not those applied to", async () => {
    const title = `Rehab coder ${unique()}`;
    const job = await makeJob(site.db, { title, requirements: [modalities] });
    const { user } = await makeApplicant(site.db, {
      experience: [{ familyId: "cpt-rehab-modalities", months: 36 }],
    });
    const page = await site.visit({ as: user });
    await site.untilIndexed();
    await page.goto("/applicant");
    const row = page.getByRole("article").filter({ hasText: title });
    await row.getByText("Covers the one must-have family.").waitFor();

    // As in every search of theirs.
    await page.goto(`/jobs?${new URLSearchParams({ q: title })}`);
    await row.getByText("Covers the one must-have family.").waitFor();
    await page.goto("/applicant/recommended");
    await row.getByText(/^Would raise it most: .*\+\d+ points?$/).waitFor();
    await page.getByRole("link", { name: "how the match works", exact: true }).click();
    await page.getByRole("row", { name: /^Must-have families 60 / }).waitFor();
    await page.goto("/applicant");

    const application = await makeApplication(site.db, { jobId: job.id, applicantId: user.id });
    await page.reload();
    await row.waitFor({ state: "detached" });
    const link = page.getByRole("link", { name: title });
    expect(await link.getAttribute("href")).toBe(`/applicant/applications/${application.id}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("is not there for an employer or a stranger", async () => {
    const member = await makeMember(site.db, (await makeJob(site.db)).employerId);
    const page = await site.visit({ as: member });
    for (const path of ["/applicant", "/applicant/profile", "/applicant/resumes"]) {
      expect((await page.goto(path))?.status()).toBe(404);
      const stranger = await site.visit();
      await stranger.goto(path);
      expect(new URL(stranger.url()).pathname).toBe("/login");
    }
  });
});
