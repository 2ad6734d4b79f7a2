import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser, PASSWORD, unique } from "#test/factories/user.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

async function posted() {
  const employer = await makeEmployer(site.db, { name: `Plain Hospital ${unique()}` });
  const owner = await makeMember(site.db, employer.id, "owner", { name: `Owner ${unique()}` });
  const word = `beryllium${unique()}`;
  const job = await makeJob(site.db, { employerId: employer.id, title: `Coder ${word}` });
  await site.untilIndexed();
  return { employer, owner, word, job };
}

async function expectSound(page: Page, javaScript: boolean): Promise<void> {
  // axe waits for ever on a page that runs no scripts.
  if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
}

describe.each([true, false])("The board, JavaScript: %s", (javaScript) => {
  it("reads a report, removes the job, and the job's page says so", async () => {
    const { word, job, owner } = await posted();
    const reader = await site.visit({ javaScript });
    await reader.goto(`/jobs/${job.slug}`);
    await reader.getByRole("link", { name: "Report this job" }).click();
    await reader.getByRole("button", { name: "Send the report" }).click();
    await reader.getByText("Choose what is wrong.").first().waitFor();
    await expectSound(reader, javaScript);
    await reader.getByRole("radio", { name: /looks like a scam/ }).check();
    await reader.getByLabel("Your words").fill("They asked for my bank details.");
    await reader.getByRole("button", { name: "Send the report" }).click();
    await reader.getByRole("heading", { name: "Thank you for the report" }).waitFor();

    const admin = await makeUser(site.db, { kind: "admin" });
    const board = await site.visit({ as: admin, javaScript });
    await board.goto("/admin");
    await board.getByRole("heading", { name: "The board's desk" }).waitFor();
    await expectSound(board, javaScript);
    await board.getByRole("link", { name: /reported job/ }).click();
    await board.getByRole("heading", { name: "Jobs to review" }).waitFor();
    await expectSound(board, javaScript);
    await board.goto(`/admin/jobs/${job.id}`);
    await board.getByText("They asked for my bank details.").waitFor();
    await expectSound(board, javaScript);
    await board.getByRole("button", { name: "Remove the job" }).click();
    await board.getByText("Give the reason: the people concerned read it.").first().waitFor();
    await board.getByLabel("Reason").last().fill("It asks for bank details.");
    await board.getByRole("button", { name: "Remove the job" }).click();
    await board.getByText("Removed. Its page says so").waitFor();

    const answer = await reader.goto(`/jobs/${job.slug}`);
    expect(answer?.status()).toBe(410);
    await reader.getByText("The board has removed this job").waitFor();
    expect(await reader.getByText("Code cath lab procedure notes").count()).toBe(0);
    await reader.goto(`/jobs?q=${word}`);
    expect(await reader.getByRole("link", { name: job.title }).count()).toBe(0);

    const desk = await site.visit({ as: owner, javaScript });
    await desk.goto(`/employer/jobs/${job.id}`);
    await desk.getByText("It asks for bank details.").first().waitFor();
    expect(await desk.getByText("They asked for my bank details.").count()).toBe(0);
    await expectSound(desk, javaScript);

    await board.goto("/admin/audit");
    await board.getByRole("cell", { name: "Removed a job" }).first().waitFor();
    await expectSound(board, javaScript);
  });

  it("suspends a person, who is out with the next click, as are their jobs", async () => {
    const { job, owner, employer } = await posted();
    const desk = await site.visit({ as: owner, javaScript });
    await desk.goto("/employer");
    await desk.getByRole("heading", { name: employer.name }).waitFor();
    const admin = await makeUser(site.db, { kind: "admin" });
    const board = await site.visit({ as: admin, javaScript });
    await board.goto("/admin/users");
    await board.getByLabel("Name or email address").fill(owner.email);
    await board.getByRole("button", { name: "Search" }).click();
    await board.getByRole("main").getByRole("link", { name: owner.name }).click();
    await board.getByText("One public job leaves view at once").waitFor();
    await expectSound(board, javaScript);
    await board.getByLabel("Reason").fill("Sold the same job twice.");
    await board.getByRole("button", { name: "Suspend this person" }).click();
    await board.getByRole("button", { name: "Lift the suspension" }).waitFor();

    await desk.goto("/employer/jobs");
    await desk.getByRole("heading", { name: "Log in" }).waitFor();
    await desk.getByLabel("Email").fill(owner.email);
    await desk.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await desk.getByRole("button", { name: "Log in" }).click();
    await desk.getByText("Sold the same job twice.").first().waitFor();
    const stranger = await site.visit({ javaScript });
    expect((await stranger.goto(`/jobs/${job.slug}`))?.status()).toBe(404);
    await board.getByRole("button", { name: "Lift the suspension" }).click();
    await board.getByRole("button", { name: "Suspend this person" }).waitFor();
    expect((await stranger.goto(`/jobs/${job.slug}`))?.status()).toBe(200);
  });
});

it("Each page of the board holds on a phone, and is nobody else's", async () => {
  const { employer } = await posted();
  const admin = await makeUser(site.db, { kind: "admin" });
  const board = await site.visit({ as: admin, viewport: { width: 390, height: 844 } });
  const pages = ["", "/jobs", "/employers", `/employers/${employer.id}`, "/users", "/tasks"];
  for (const path of [...pages, "/search", "/audit"]) {
    await board.goto(`/admin${path}`);
    await board.getByRole("heading", { level: 1 }).waitFor();
    expect(await sidewaysOverflow(board), path).toBe(0);
    expect(await accessibilityFaults(board), path).toEqual([]);
  }
  const other = await site.visit({ as: await makeUser(site.db) });
  for (const path of pages) {
    expect((await other.goto(`/admin${path}`))?.status(), path).toBe(404);
    expect((await other.request.get(`/admin${path || "/_index"}.data`)).status()).toBe(404);
  }
});
