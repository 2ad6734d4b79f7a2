import { expect, it } from "vitest";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { unique } from "#test/factories/user.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { main, press } from "#test/support/posting.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const FILE = [
  "reference,title,specialty,settings,families,employment,workMode,states,pay,description,closesOn",
  'R1,Cath lab coder,Interventional cardiology,Pro-fee,"92920-92944, 24 months",Full-time,Remote,FL;GA,$30 - $39 per hour,Code cath lab cases.,2027-01-20',
  "R2,Mohs coder,Basket weaving,,,,,,,Code Mohs cases. 17311-17315 required.,",
  "R1,Cath lab coder again,,,,,,,,,",
].join("\n");

it.each([
  { javaScript: true, how: "with JavaScript" },
  { javaScript: false, how: "without JavaScript" },
])("a recruiter imports a file of jobs $how", async ({ javaScript }) => {
  const employer = await makeEmployer(site.db, { name: `Harborline ${unique()}` });
  const { email } = await makeMember(site.db, employer.id, "recruiter");
  const page = await site.visit({ javaScript, as: { email } });
  const upload = async () => {
    await page.goto("/employer/jobs/import");
    await page.getByLabel("File of jobs").setInputFiles({
      name: "jobs.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(FILE),
    });
    await press(page, "Check this file");
    await main(page).getByRole("heading", { level: 1, name: "jobs.csv" }).waitFor();
  };
  /** What the worker is at: a page without scripts is looked at again. */
  const until = async (words: RegExp) => {
    for (let again = 0; again < 40; again += 1) {
      if (await main(page).getByText(words).first().isVisible()) return;
      if (javaScript) await page.waitForTimeout(250);
      else await main(page).getByRole("link", { name: "See how far it is" }).click();
    }
    throw new Error(`never saw ${words}`);
  };

  await page.goto("/employer/jobs");
  await main(page).getByRole("link", { name: "Import jobs" }).click();
  await main(page).getByRole("heading", { level: 1, name: "Import jobs" }).waitFor();
  await press(page, "Check this file");
  await main(page).getByText("Choose a file first.").first().waitFor();

  await upload();
  await until(/Twice in the file/);
  const table = main(page).getByRole("table");
  await table.getByText("Mohs surgery").first().waitFor();
  await table.getByText("Specialty: we do not know “Basket weaving”.").waitFor();
  await table.getByText("The same job as on line 2; only that one is used.").waitFor();
  if (javaScript) {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  }
  await main(page)
    .getByRole("radio", { name: /All 2 jobs/ })
    .check();
  await press(page, "Import as drafts");
  await until(/^2 drafts made/);
  await main(page).getByRole("link", { name: "See your drafts" }).click();
  await main(page).getByRole("link", { name: "Cath lab coder" }).waitFor();
  await main(page).getByRole("link", { name: "Mohs coder" }).waitFor();

  await upload();
  await until(/There is nothing to import/);
});
