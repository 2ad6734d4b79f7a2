import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser, unique } from "#test/factories/user.ts";
import { accessibilityFaults } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();
const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) =>
  main(page).getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  main(page).getByRole("link", { name, exact: true }).click();
const expectAccessible = async (page: Page) => expect(await accessibilityFaults(page)).toEqual([]);
const heading = (page: Page, name: string) =>
  main(page).getByRole("heading", { name, level: 1, exact: true }).waitFor();
const linkIn = async (address: string) =>
  /http:\/\/\S+\/invitations\/\S+/.exec((await site.mailTo(address, /Join/)).text)?.[0] ??
  "no link";

async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.goto("/employer/members");
  await main(page).getByLabel("Email").fill(email);
  await main(page).getByRole("radio", { name: role }).check();
  await press(page, "Send the invitation");
  await main(page).getByText("The invitation is on its way").waitFor();
  return await linkIn(email);
}

async function makeDesk(name: string) {
  const employer = await makeEmployer(site.db, { name });
  const owner = await makeMember(site.db, employer.id, "owner", { name: "Olive Owner" });
  return { employer, owner };
}

describe.each([
  { javaScript: true, how: "with JavaScript" },
  { javaScript: false, how: "without JavaScript" },
])("a team, $how", ({ javaScript }) => {
  it("invites, works with, promotes and removes a member", async () => {
    const { employer, owner } = await makeDesk(`Team ${unique()}`);
    await makeJob(site.db, { employerId: employer.id, title: "Cath lab coder" });
    const email = `recruit-${unique()}@example.org`;
    const desk = await site.visit({ javaScript, as: { email: owner.email } });
    const link = await invite(desk, email, "Recruiter");
    await main(desk).getByText(email).waitFor();
    if (javaScript) await expectAccessible(desk);

    const page = await site.visit({ javaScript });
    await page.goto(link);
    await heading(page, `Join ${employer.name}`);
    if (javaScript) await expectAccessible(page);
    expect(await main(page).getByLabel("Email").inputValue()).toBe(email);
    await main(page).getByLabel("Name").fill("Rita Recruit");
    await main(page).getByLabel("Password").fill("short");
    await press(page, "Sign up and join");
    await main(page).getByText("Use at least 10 characters").first().waitFor();
    expect(await main(page).getByLabel("Name").inputValue()).toBe("Rita Recruit");
    await main(page).getByLabel("Password").fill("vellum otter 12");
    await press(page, "Sign up and join");
    await heading(page, employer.name);
    // For who used it, it leads where it led.
    await page.goto(link);
    await heading(page, employer.name);
    const stranger = await site.visit({ javaScript });
    await stranger.goto(link);
    await heading(stranger, "This invitation does not work any more");

    await page.goto("/employer/jobs");
    await follow(page, "Cath lab coder");
    await heading(page, "Cath lab coder");
    const jobUrl = page.url();
    await page.goto("/employer/members");
    await main(page).getByText("Olive Owner").waitFor();
    expect(await main(page).getByLabel("Email").count()).toBe(0);
    expect(await main(page).getByRole("link", { name: "Change Olive Owner" }).count()).toBe(0);

    await desk.goto("/employer/members");
    await follow(desk, "Change Rita Recruit");
    await main(desk).getByRole("radio", { name: "Viewer" }).check();
    await press(desk, "Save the role");
    await main(desk).getByText("The role is changed").waitFor();
    expect((await page.goto("/employer/jobs/new"))?.status()).toBe(404);
    expect((await page.goto(jobUrl))?.status()).toBe(200);
    await site.mailTo(email, /You are now a viewer/);

    await follow(desk, "Change Rita Recruit");
    await follow(desk, "Remove from the team");
    await heading(desk, "Remove Rita Recruit from the team");
    if (javaScript) await expectAccessible(desk);
    await press(desk, "Remove from the team");
    await main(desk).getByText("The member is removed").waitFor();

    await page.goto(jobUrl);
    expect(new URL(page.url()).pathname).toBe("/employer/settings");
    const { pathname } = new URL(jobUrl);
    const data = await page.request.get(`${pathname}.data`);
    expect(await data.text()).not.toContain("Cath lab coder");
    await site.mailTo(email, /no longer in the team/);
  });

  it("of one's second employer is joined by the account one has, and switched to and from", async () => {
    const [first, second] = [
      await makeDesk(`First ${unique()}`),
      await makeDesk(`Second ${unique()}`),
    ];
    const { id } = await makeJob(site.db, { employerId: first.employer.id, title: "First job" });
    const email = `both-${unique()}@example.org`;
    await makeMember(site.db, first.employer.id, "recruiter", { email, name: "Bo Both" });
    const desk = await site.visit({ javaScript, as: { email: second.owner.email } });
    const link = await invite(desk, email, "Viewer");

    const wrong = await site.visit({ javaScript, as: { email: first.owner.email } });
    await wrong.goto(link);
    await heading(wrong, "This invitation is for another account");
    expect(await main(wrong).textContent()).not.toContain(second.employer.name);
    const applicant = await makeUser(site.db);
    const applicantLink = await invite(desk, applicant.email, "Viewer");
    const other = await site.visit({ javaScript, as: { email: applicant.email } });
    await other.goto(applicantLink);
    await main(other).getByText("This address cannot join a team").waitFor();

    const page = await site.visit({ javaScript, as: { email } });
    expect(await page.getByRole("link", { name: "Switch employer" }).count()).toBe(0);
    await page.goto(link);
    await press(page, "Accept the invitation");
    await heading(page, second.employer.name);
    expect((await page.goto(`/employer/jobs/${id}`))?.status()).toBe(404);
    await follow(page, "switch employer");
    await heading(page, "Choose an employer");
    if (javaScript) await expectAccessible(page);
    await press(page, `Switch to ${first.employer.name}`);
    await heading(page, "First job");
    expect(new URL(page.url()).pathname).toBe(`/employer/jobs/${id}`);
    await page.getByRole("link", { name: "Switch employer" }).waitFor();

    await page.goto("/employer/members/leave");
    await press(page, "Leave the team");
    await main(page).getByText("You left the team.").waitFor();
    expect((await page.goto(`/employer/jobs/${id}`))?.status()).toBe(200);
    await heading(page, "Choose an employer");
    await press(page, `Switch to ${second.employer.name}`);
    await heading(page, second.employer.name);
  });
});

it("an ownership is handed over, and the last owner cannot go", async () => {
  const { employer, owner } = await makeDesk(`Handed ${unique()}`);
  const heir = await makeMember(site.db, employer.id, "viewer", { name: "Hana Heir" });
  const page = await site.visit({ as: { email: owner.email } });
  await page.goto("/employer/members/leave");
  await main(page).getByText("You are the only owner").waitFor();
  await page.goto(`/employer/members/${heir.id}`);
  await follow(page, "Hand the ownership over");
  await press(page, "Hand the ownership over");
  await main(page).getByText("You are a recruiter now").waitFor();
  expect((await page.goto("/employer/members/leave"))?.status()).toBe(200);
  await main(page).getByRole("button", { name: "Leave the team" }).waitFor();
  await site.mailTo(heir.email, /has a new owner/);
});

it("what was opened for one employer is not saved at another", async () => {
  const one = await makeDesk(`One ${unique()}`);
  const two = await makeEmployer(site.db, { name: `Two ${unique()}` });
  await site.db
    .insertInto("employerMembers")
    .values({ employerId: two.id, userId: one.owner.id, role: "owner" })
    .execute();
  const page = await site.visit({ javaScript: false, as: { email: one.owner.email } });
  await page.goto("/employer/settings");
  const elsewhere = await page.context().newPage();
  await elsewhere.goto("/employer/switch");
  await press(elsewhere, `Switch to ${two.name}`);
  await heading(elsewhere, two.name);
  await main(page).getByLabel("Name").fill("Overwritten");
  await press(page, "Save changes");
  await main(page).getByText("This page was opened for another employer").waitFor();
  const names = site.db
    .selectFrom("employers")
    .select("name")
    .where("id", "in", [one.employer.id, two.id]);
  expect((await names.execute()).map(({ name }) => name).sort()).toEqual(
    [one.employer.name, two.name].sort(),
  );
});

it("a second employer page is created once and acted for at once", async () => {
  const { owner } = await makeDesk(`Mother ${unique()}`);
  const name = `Daughter ${unique()}`;
  const page = await site.visit({ as: { email: owner.email } });
  await page.goto("/employer/new");
  await main(page).getByLabel("Name").fill(name);
  await main(page).getByLabel("Kind of employer").selectOption({ index: 1 });
  await press(page, "Create employer page");
  await heading(page, name);
  await page.getByRole("link", { name: "Switch employer" }).waitFor();
});
