import { describe, expect, it } from "vitest";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser, unique } from "#test/factories/user.ts";
import { fillJob, main, pickFamily, press } from "#test/support/posting.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const newMember = async (role: "owner" | "recruiter" | "viewer" = "owner") => {
  const employer = await makeEmployer(site.db, { name: `Harborline ${unique()}` });
  const { email } = await makeMember(site.db, employer.id, role);
  return { employer, email };
};

describe.each([
  { javaScript: true, how: "with JavaScript" },
  { javaScript: false, how: "without JavaScript" },
])("an employer, $how", ({ javaScript }) => {
  it("creates a page, posts a job, pauses, resumes and closes it", async () => {
    const { email } = await makeUser(site.db, { kind: "employer" });
    const page = await site.visit({ javaScript, as: { email } });
    const name = `Meridian Rhythm ${unique()}`;
    const title = `Structural heart coder ${unique()}`;

    await page.goto("/employer");
    await main(page)
      .getByRole("heading", { level: 1, name: "Create your employer page" })
      .waitFor();
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Kind of employer").selectOption("physician-group");
    await page.getByLabel("Website").fill("ftp://meridian");
    await press(page, "Create employer page");
    await main(page)
      .getByRole("link", { name: /Give a web address/ })
      .waitFor();
    expect(await page.getByLabel("Name").inputValue()).toBe(name);
    await page.getByLabel("Website").fill("meridian.example.com");
    await press(page, "Create employer page");
    await main(page).getByRole("heading", { level: 1, name }).waitFor();

    await main(page).getByRole("link", { name: "Post a job" }).click();
    await main(page).getByRole("heading", { level: 1, name: "Post a job" }).waitFor();
    await pickFamily(page, { code: "93590", label: /Paravalvular leak closure/, javaScript });
    await main(page)
      .getByRole("group", { name: /93590–93592/ })
      .waitFor();
    await fillJob(page, title);
    await page.getByLabel("Pay to").fill("3");
    await press(page, "Publish");
    await main(page)
      .getByRole("link", { name: /The upper figure is below the lower one/ })
      .waitFor();
    expect(await page.getByLabel("Job title").inputValue()).toBe(title);
    expect(
      await page
        .getByRole("checkbox", { name: "Georgia", exact: true, includeHidden: true })
        .isChecked(),
    ).toBe(true);
    await page.getByLabel("Pay to").fill("39");

    await press(page, "Preview");
    await main(page).getByRole("heading", { level: 1, name: title }).waitFor();
    await main(page).getByText("RHIT and CCS, or CIC").first().waitFor();
    await press(page, "Publish");
    await main(page).getByText("Published. Coders can find it within seconds.").waitFor();
    const overview = page.url().split("?")[0] ?? "";

    const visitor = await site.visit({ javaScript });
    const { slug } = await site.db
      .selectFrom("jobs")
      .select("slug")
      .where("title", "=", title)
      .executeTakeFirstOrThrow();
    const publicPage = `/jobs/${slug}`;
    expect((await visitor.goto(publicPage))?.status()).toBe(200);
    await visitor.getByRole("heading", { level: 1, name: title }).waitFor();
    await visitor.getByRole("heading", { name: "The queue" }).waitFor();

    await page.goto(overview);
    await press(page, "Pause");
    await main(page).getByText("Paused. Coders can no longer find it or apply.").waitFor();
    await press(page, "Resume");
    await main(page).getByText("Resumed. Coders can find it and apply again.").waitFor();
    await main(page).getByRole("link", { name: "Close…" }).click();
    await main(page).getByRole("radio", { name: "It is filled" }).check();
    await press(page, "Close the job");
    await main(page).getByText("Closed. Everyone whose application was open").waitFor();
    expect((await visitor.goto(publicPage))?.status()).toBe(410);
  });

  it("edits a published job under the same address, and duplicates it", async () => {
    const { employer, email } = await newMember("recruiter");
    const job = await makeJob(site.db, { employerId: employer.id, closesOn: null });
    const page = await site.visit({ javaScript, as: { email } });
    await page.goto(`/employer/jobs/${job.id}/edit`);
    await page.getByLabel("Job title").fill("Renamed coder");
    await page.getByLabel("Last day to apply").fill(inDays(40));
    await press(page, "Publish changes");
    await main(page).getByText("Changes published. The address stays the same.").waitFor();
    const stored = () =>
      site.db
        .selectFrom("jobs")
        .select(["title", "slug"])
        .where("id", "=", job.id)
        .executeTakeFirst();
    expect(await stored()).toEqual({ title: "Renamed coder", slug: job.slug });
    await press(page, "Duplicate");
    await page.waitForURL(/\/edit$/);
    expect(page.url()).not.toContain(job.id);
    expect(await page.getByLabel("Job title").inputValue()).toBe("Renamed coder");
    expect(await page.getByLabel("Last day to apply").inputValue()).toBe("");
  });

  it("is told when a colleague was quicker, keeps what was typed, and may save over it knowingly", async () => {
    const { employer, email } = await newMember();
    const job = await makeJob(site.db, { employerId: employer.id, closesOn: inDays(20) });
    const page = await site.visit({ javaScript, as: { email } });
    await page.goto(`/employer/jobs/${job.id}/edit`);
    await page.getByLabel("Job title").waitFor();
    await site.db
      .updateTable("jobs")
      .set({ version: 7, title: "Theirs" })
      .where("id", "=", job.id)
      .execute();
    await page.getByLabel("Job title").fill("Mine");
    await press(page, "Publish changes");
    await main(page).getByText("Somebody else changed this job").waitFor();
    expect(await page.getByLabel("Job title").inputValue()).toBe("Mine");
    await press(page, "Publish changes");
    await main(page).getByText("Changes published.").waitFor();
    await main(page).getByRole("heading", { level: 1, name: "Mine" }).waitFor();
  });

  it("discards a draft after being told what that means", async () => {
    const { employer, email } = await newMember();
    const job = await makeJob(site.db, {
      employerId: employer.id,
      status: "draft",
      firstPublishedAt: null,
      publishedAt: null,
    });
    const page = await site.visit({ javaScript, as: { email } });
    await page.goto(`/employer/jobs/${job.id}`);
    await main(page).getByRole("link", { name: "Discard…" }).click();
    await main(page).getByText("deleted for good").waitFor();
    await press(page, "Discard the draft");
    await main(page).getByText("Draft discarded.").waitFor();
    expect((await page.goto(`/employer/jobs/${job.id}`))?.status()).toBe(404);
  });
});

it("keeps a draft as it is typed, so that a reload loses nothing", async () => {
  const { email } = await newMember();
  const page = await site.visit({ as: { email } });
  await page.goto("/employer/jobs/new");
  await pickFamily(page, { code: "92920", label: /Coronary/, javaScript: true });
  await page.getByLabel("Job title").fill("Half a thought");
  await page.getByLabel("Pay from").fill("thirty or so");
  await main(page).getByText("Draft saved").waitFor();
  await page.waitForURL(/\/employer\/jobs\/[0-9a-f-]{36}\/edit$/);
  await page.getByLabel("Description", { exact: true }).fill("Last words");
  await page.reload();
  expect(await page.getByLabel("Job title").inputValue()).toBe("Half a thought");
  expect(await page.getByLabel("Pay from").inputValue()).toBe("thirty or so");
  await expect
    .poll(() => page.getByLabel("Description", { exact: true }).inputValue())
    .toBe("Last words");
  await main(page).getByRole("group", { name: /92920/ }).waitFor();
  await press(page, "Save draft");
  await main(page).getByText("Draft saved.").waitFor();
  const drafts = await site.db
    .selectFrom("jobs")
    .select("id")
    .where("title", "=", "Half a thought")
    .execute();
  expect(drafts).toHaveLength(1);
});

it("says when nothing reaches us, keeps the page, and saves when it does again", async () => {
  const { email } = await newMember();
  const page = await site.visit({ as: { email } });
  await page.goto("/employer/jobs/new");
  await main(page).getByRole("button", { name: "Find families" }).waitFor({ state: "detached" });
  await page.context().setOffline(true);
  const title = `Typed in a tunnel ${unique()}`;
  await page.getByLabel("Job title").fill(title);
  await main(page).getByText("Not saved: no answer").waitFor();
  expect(await page.getByLabel("Job title").inputValue()).toBe(title);
  await page.context().setOffline(false);
  await main(page).getByText("Draft saved").waitFor();
  const drafts = await site.db.selectFrom("jobs").select("id").where("title", "=", title).execute();
  expect(drafts).toHaveLength(1);
});

it("shows a viewer everything and lets them change nothing", async () => {
  const { employer, email } = await newMember("viewer");
  const job = await makeJob(site.db, { employerId: employer.id });
  const page = await site.visit({ as: { email } });
  await page.goto(`/employer/jobs/${job.id}`);
  await main(page).getByRole("heading", { level: 1, name: job.title }).waitFor();
  expect(await main(page).getByRole("button").count()).toBe(0);
  for (const path of ["edit", "close", "discard"]) {
    expect((await page.goto(`/employer/jobs/${job.id}/${path}`))?.status()).toBe(404);
  }
  expect((await page.goto("/employer/jobs/new"))?.status()).toBe(404);
});

it("shows another employer's jobs to nobody", async () => {
  const { email } = await newMember();
  const job = await makeJob(site.db);
  const page = await site.visit({ as: { email } });
  for (const path of ["", "/edit", "/preview", "/close", "/discard"]) {
    expect((await page.goto(`/employer/jobs/${job.id}${path}`))?.status()).toBe(404);
  }
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
