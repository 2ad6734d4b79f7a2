import { it } from "vitest";
import { AGENCY_KIND } from "#app/domain/leave-out.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { unique } from "#test/factories/user.ts";
import { setUpSite } from "#test/support/site.ts";
const site = setUpSite();
it("shots", async () => {
  const word = `quartz${unique()}`;
  const agency = await makeEmployer(site.db, { name: `Agency ${unique()}`, kind: AGENCY_KIND });
  const jobs = [];
  for (const n of ["First", "Second", "Third", "Fourth"]) jobs.push(await makeJob(site.db, { title: `${n} ${word}`, employerId: agency.id }));
  await site.untilIndexed();
  const { user } = await makeApplicant(site.db);
  for (const [w, scheme] of [[390, "light"], [1280, "dark"], [1280, "light"]] as const) {
    const page = await site.visit({ as: user, viewport: { width: w, height: 900 }, colorScheme: scheme });
    await page.goto(`/jobs/${jobs[0]?.slug}`);
    await page.screenshot({ path: `/tmp/shots/job-${w}-${scheme}.png` });
    await page.goto(`/jobs?q=${word}`);
    await page.getByText("Not for me").nth(1).click();
    await page.getByRole("button", { name: "Hide this job" }).click();
    await page.locator(".mark-notice").waitFor();
    await page.getByText("Not for me").nth(1).click();
    await page.screenshot({ path: `/tmp/shots/search-${w}-${scheme}.png`, fullPage: true });
    await page.getByRole("button", { name: "Save Third" }).or(page.getByRole("button", { name: /^Saved? / })).first().click();
    await page.goto("/applicant/saved-jobs");
    await page.screenshot({ path: `/tmp/shots/saved-${w}-${scheme}.png` });
    await page.goto("/applicant/hidden");
    await page.screenshot({ path: `/tmp/shots/hidden-${w}-${scheme}.png` });
  }
});
