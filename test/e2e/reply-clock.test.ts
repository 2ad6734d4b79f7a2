import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { unique } from "#test/factories/user.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { main, press } from "#test/support/posting.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();
const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

async function desk() {
  const { id: employerId } = await makeEmployer(site.db, { name: `Prompt ${unique()}` });
  const owner = await makeMember(site.db, employerId);
  const title = `Clocked Coder ${unique()}`;
  const job = await makeJob(site.db, { employerId, title, confirmedAt: ago(15) });
  return { employerId, owner, job, title };
}

describe.each([true, false])("Somebody with a mailed link, JavaScript: %s", (javaScript) => {
  it("opens it, which changes nothing, and confirms by one press without logging in", async () => {
    const { job, owner, title } = await desk();
    const token = randomBytes(32).toString("base64url");
    await site.db
      .insertInto("jobConfirmLinks")
      .values({
        tokenHash: createHash("sha256").update(token).digest("hex"),
        jobId: job.id,
        userId: owner.id,
        expiresAt: new Date(Date.now() + DAY),
      })
      .execute();
    const confirmedAt = async () =>
      (
        await site.db
          .selectFrom("jobs")
          .select("confirmedAt")
          .where("id", "=", job.id)
          .executeTakeFirstOrThrow()
      ).confirmedAt?.getTime() ?? 0;
    const page = await site.visit({ javaScript });
    await page.goto(`/confirm-job/${token}`);
    await main(page).getByText(title).waitFor();
    if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
    expect(await confirmedAt()).toBe(job.confirmedAt?.getTime());
    await press(page, "Yes, we are still hiring");
    await main(page).getByText("Confirmed. Coders see that it is open.").waitFor();
    expect(await confirmedAt()).toBeGreaterThan(Date.now() - DAY);
    const dead = await page.goto("/confirm-job/nobody-s");
    expect(dead?.status()).toBe(410);
  });
});

describe("An overdue answer", () => {
  it("is shown to the applicant and to the employer, who cannot post the job again before answering", async () => {
    const { job, owner } = await desk();
    const { user } = await makeApplicant(site.db);
    await makeApplication(site.db, {
      jobId: job.id,
      applicantId: user.id,
      submittedAt: ago(11),
      replyBy: ago(1),
      unansweredAt: new Date(),
    });
    const applicant = await site.visit({ as: user, javaScript: true });
    await applicant.goto("/applicant/applications");
    await main(applicant).getByText("Unanswered: the employer promised").waitFor();

    const page = await site.visit({ as: owner, javaScript: true });
    await page.goto("/employer");
    await main(page).getByText("1 application past the day you promised to answer by").waitFor();
    await page.goto(`/employer/jobs/${job.id}`);
    await main(page).getByText("1 application stands unanswered.").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "Duplicate");
    await main(page).getByText("Nothing was posted").waitFor();
    await main(page).getByRole("link", { name: "See them" }).click();
    await main(page).getByText("Reply was due").waitFor();
    await page.goto(`/employer/jobs/${job.id}/renew`);
    await page.goto(`/jobs/${job.slug}`);
    await main(page).getByText("Not enough applications yet to say").waitFor();
  });
});

describe.each([true, false])("A recruiter, JavaScript: %s", (javaScript) => {
  it("ticks jobs, reads what will happen, and gets a report", async () => {
    const { employerId, owner, title } = await desk();
    await makeJob(site.db, {
      employerId,
      title: "Closed Coder",
      status: "closed",
      closeReason: "filled",
    });
    const page = await site.visit({ as: owner, javaScript });
    await page.goto("/employer/jobs");
    if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.getByLabel(`Select ${title}`).check();
    await page.getByLabel("Select Closed Coder").check();
    await press(page, "Pause…");
    await main(page).getByText("Closed Coder (Closed)").waitFor();
    await press(page, "Pause 1 job");
    await main(page).getByRole("heading", { name: "1 job paused" }).waitFor();
    await main(page).getByRole("link", { name: title }).click();
    await main(page).getByText("Coders cannot find it").waitFor();
  });

  it("saves a job as a template, starts a new one from it and schedules it", async () => {
    const { job, owner, title } = await desk();
    const page = await site.visit({ as: owner, javaScript });
    await page.goto(`/employer/jobs/${job.id}`);
    await main(page).getByRole("link", { name: "Save as template" }).click();
    await page.getByLabel("Name").fill("House template");
    await press(page, "Save the template");
    await main(page).getByText("Template saved.").waitFor();
    await press(page, "New job from House template");
    const closes = new Date(Date.now() + 40 * DAY).toISOString().slice(0, 10);
    await page.getByLabel("Last day to apply").fill(closes);
    expect(await page.getByLabel("Job title").inputValue()).toBe(title);
    await press(page, "Save draft");
    await main(page).getByText("Draft saved.").waitFor();
    await page.goto(page.url().replace(/\/edit.*$/, ""));
    await main(page).getByRole("link", { name: "Schedule…" }).click();
    const opens = new Date(Date.now() + 5 * DAY).toISOString().slice(0, 10);
    await page.getByLabel("Day it goes public").fill(opens);
    await press(page, "Schedule it");
    await main(page).getByText("6:00 AM Eastern time. Only your team sees it.").waitFor();
    await press(page, "Take back to a draft");
    await main(page).getByText("Taken back. It is a draft again.").waitFor();
  });
});
