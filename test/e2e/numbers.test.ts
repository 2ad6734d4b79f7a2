import { expect, it } from "vitest";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { main } from "#test/support/posting.ts";
import { setUpSite } from "#test/support/site.ts";
import { waitUntil } from "#test/support/wait-until.ts";

const site = setUpSite();

const PERSON = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

it("looks at a job are counted, from the page cache too, and shown to its employer as charts with tables", async () => {
  const employer = await makeEmployer(site.db);
  const job = await makeJob(site.db, { employerId: employer.id, title: "Counted coder" });
  const { email } = await makeMember(site.db, employer.id, "viewer");
  const look = (headers: Record<string, string>) =>
    fetch(new URL(`/jobs/${job.slug}`, site.origin), { headers });
  const referer = `${site.origin}/jobs?q=coder`;
  for (let round = 0; round < 4; round += 1) await look({ "User-Agent": PERSON, referer });
  await look({ "User-Agent": `${PERSON} Edg/1`, referer: "https://www.google.com/" });
  await look({ "User-Agent": "Googlebot/2.1" });
  await look({ "User-Agent": PERSON, "Sec-Purpose": "prefetch" });
  await waitUntil(async () => {
    const rows = await site.db
      .selectFrom("jobViewers")
      .select("views")
      .where("jobId", "=", job.id)
      .execute();
    return rows.reduce((sum, { views }) => sum + views, 0) >= 5;
  });

  const page = await site.visit({ as: { email } });
  await page.goto(`/employer/jobs/${job.id}`);
  await main(page).getByRole("link", { name: "Numbers" }).click();
  await main(page).getByRole("heading", { level: 1, name: "Numbers" }).waitFor();
  const total = (term: string) =>
    main(page).locator("dl > div").filter({ hasText: term }).locator("dd").first().textContent();
  expect(await total("Views")).toBe("5");
  expect(await total("Viewers")).toBe("2");
  const sources = main(page).getByRole("region", { name: "Where views came from" });
  expect(await sources.getByRole("listitem").allInnerTexts()).toEqual([
    expect.stringMatching(/Search on CareerCenter\s+4/),
    expect.stringMatching(/Web search engines\s+1/),
  ]);
  await main(page).getByText("The figures as a table").click();
  await main(page).getByRole("table", { name: "Views by day" }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  }
  await page.goto("/employer/numbers?days=7");
  await main(page).getByRole("link", { name: "Counted coder" }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
