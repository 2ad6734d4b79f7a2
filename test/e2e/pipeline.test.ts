import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ApplicationStage } from "#app/domain/application-stage.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeApplication, makeSnapshot } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

async function makeWorld() {
  const employer = await makeEmployer(site.db, { name: "Bayfront Cardiology Partners" });
  const job = await makeJob(site.db, { employerId: employer.id, title: "Cath Lab Coder" });
  const owner = await makeMember(site.db, employer.id, "owner", { name: "Morgan Owner" });
  const recruiter = await makeMember(site.db, employer.id, "recruiter", { name: "Riley Desk" });
  const apply = async (name: string, stage: ApplicationStage, state = "FL") =>
    makeApplication(site.db, {
      jobId: job.id,
      stage,
      snapshot: toJson(makeSnapshot({ name, state })),
    });
  const dana = await apply("Dana Coder", "submitted");
  const lee = await apply("Lee Abstractor", "in-review", "TX");
  const sam = await apply("Sam Auditor", "interview");
  return { job, owner, recruiter, dana, lee, sam, board: `/employer/jobs/${job.id}/applications` };
}

const shows = async (page: Page, words: string | RegExp) => {
  await page.getByText(words).first().waitFor();
};
const column = (page: Page, name: string) =>
  page.getByRole("region", { name: new RegExp(`^${name}`) });
const card = (page: Page, name: string) => page.getByRole("article").filter({ hasText: name });

/** From the board: narrowed to a family it was asked to look up, two cards ticked by keyboard. */
async function moveSeveral(desk: Page) {
  await desk.getByText(/^Filter and sort/).click();
  await desk.getByLabel("Another code family").fill("92928");
  await desk.getByRole("button", { name: "Show applications" }).click();
  await shows(desk, "found for “92928”");
  await checkPage(desk);
  await desk
    .getByRole("checkbox", { name: /Coronary/ })
    .first()
    .check();
  await desk.getByRole("button", { name: "Show applications" }).click();
  await shows(desk, "3 of 3 shown");
  for (const name of ["Dana Coder", "Lee Abstractor"]) {
    await desk.getByLabel(`Select ${name}`).focus();
    await desk.keyboard.press("Space");
  }
  await desk.getByRole("button", { name: "Move selected" }).press("Enter");
  await desk.getByRole("heading", { name: "Move 2 applicants" }).waitFor();
  await desk.getByLabel("Move to").selectOption({ label: "Interview" });
  await desk.getByRole("button", { name: /^Move 2 applicants/ }).click();
  await desk.getByRole("heading", { name: "2 of 2 moved" }).waitFor();
  await desk.getByRole("link", { name: "Back to the list" }).click();
  await column(desk, "Interview").getByRole("link", { name: "Lee Abstractor" }).waitFor();
}

async function checkPage(page: Page) {
  // axe runs in the page, so it cannot where scripts are off.
  const live = await page.evaluate(() => "__remixContext" in window);
  if (live) expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
}

describe.each([{ javaScript: true }, { javaScript: false }])("The board, %o", (browser) => {
  it("moves a card by its menu, and takes the move back", async () => {
    const { board, owner } = await makeWorld();
    const desk = await site.visit({ ...browser, as: owner });
    await desk.goto(board);
    await checkPage(desk);
    const dana = column(desk, "Submitted").getByRole("article").filter({ hasText: "Dana Coder" });
    await dana.getByText("Move to").click();
    await dana.getByRole("button", { name: "In review" }).click();
    await shows(desk, "Dana Coder: Submitted → In review");
    await column(desk, "In review").getByRole("link", { name: "Dana Coder" }).waitFor();
    const sam = card(desk, "Sam Auditor");
    await sam.getByText("Move to").click();
    await sam.getByRole("button", { name: "Offer" }).click();
    await column(desk, "Offer").getByRole("link", { name: "Sam Auditor" }).waitFor();
    await checkPage(desk);
    await desk.getByRole("button", { name: "Undo, back to Interview" }).click();
    await column(desk, "Interview").getByRole("link", { name: "Sam Auditor" }).waitFor();
    await moveSeveral(desk);
  });

  it("answers several applications of the list after a look at who and what", async () => {
    const { board, owner, dana } = await makeWorld();
    const desk = await site.visit({ ...browser, as: owner });
    await desk.goto(`${board}?view=list&state=FL&minScore=50`);
    await shows(desk, "Dana Coder");
    expect(await desk.getByRole("link", { name: "Lee Abstractor" }).count()).toBe(0);
    await checkPage(desk);
    await desk.getByLabel("Select Dana Coder").check();
    await desk.getByLabel("Select Sam Auditor").check();
    await desk.getByRole("button", { name: "Decline selected" }).click();
    await desk.getByRole("heading", { name: "Decline 2 applicants" }).waitFor();
    await checkPage(desk);
    await desk.getByLabel("Reason", { exact: true }).selectOption({ value: "filled" });
    await desk.getByLabel("Template").selectOption("A respectful close (example)");
    await desk.getByRole("button", { name: "Use template" }).click();
    const words = desk.getByLabel("Words to go with it");
    await expect.poll(() => words.inputValue()).toContain("{applicant first name}");
    await words.fill(`${await words.inputValue()} Thank you for your time.`);
    await desk.getByRole("button", { name: "Preview mail" }).click();
    await shows(desk, /Not sent yet/);
    await desk.getByRole("button", { name: /Decline 2 applicants/ }).click();
    await desk.getByRole("heading", { name: "2 of 2 declined" }).waitFor();
    await checkPage(desk);
    const { email } = await site.db
      .selectFrom("users")
      .select("email")
      .where("id", "=", dana.applicantId)
      .executeTakeFirstOrThrow();
    expect((await site.mailTo(email, /^Your application for/)).text).toContain("for your time");
    await desk.getByRole("link", { name: "Back to the list" }).click();
    await desk.waitForURL(/[?&]state=FL&minScore=50$/);
  });
});

describe("The board with a live page", () => {
  it("is moved through by keys alone, and focus follows the card", async () => {
    const { board, owner } = await makeWorld();
    const desk = await site.visit({ as: owner });
    await desk.goto(board);
    await card(desk, "Dana Coder").getByText("Move to").focus();
    await desk.keyboard.press("ArrowDown");
    await desk.keyboard.press("ArrowDown");
    expect(await desk.evaluate(() => document.activeElement?.textContent)).toBe("Coding test");
    await desk.keyboard.press("Escape");
    expect(await desk.evaluate(() => document.activeElement?.textContent)).toMatch(/^Move to/);
    await desk.keyboard.press("ArrowDown");
    await desk.keyboard.press("Enter");
    const status = desk.locator("[aria-live=polite]").filter({ hasText: "Dana Coder: Submitted" });
    await status.waitFor();
    await desk.waitForFunction(() => document.activeElement?.textContent === "Dana Coder");
    await column(desk, "In review").getByRole("link", { name: "Dana Coder" }).waitFor();
  });

  it("takes a card dropped on a stage, and asks for the reason of one dropped on the end", async () => {
    const { board, owner } = await makeWorld();
    const desk = await site.visit({ as: owner, viewport: { width: 1280, height: 1000 } });
    await desk.goto(board);
    await desk.locator(".board-card[draggable=true]").first().waitFor();
    await card(desk, "Dana Coder").dragTo(column(desk, "Coding test"));
    await shows(desk, "Dana Coder: Submitted → Coding test");
    await card(desk, "Sam Auditor").dragTo(desk.getByRole("link", { name: /^Not selected/ }));
    await desk.waitForURL(/\/employer\/applications\/.*decline=yes#answer$/);
    await desk.getByRole("button", { name: "Decline and send mail" }).waitFor();
  });

  it("says who was quicker, shows where the card stands now, and then moves it", async () => {
    const { board, owner, recruiter } = await makeWorld();
    const [desk, other] = [await site.visit({ as: owner }), await site.visit({ as: recruiter })];
    await desk.goto(board);
    await other.goto(board);
    const move = async (page: Page, stage: string) => {
      await card(page, "Lee Abstractor").getByText("Move to").click();
      await card(page, "Lee Abstractor").getByRole("button", { name: stage }).click();
    };
    await move(other, "Interview");
    await shows(other, "Lee Abstractor: In review → Interview");
    await move(desk, "Offer");
    await shows(desk, /Riley Desk moved it to “Interview”.* Nothing was sent/);
    await column(desk, "Interview").getByRole("link", { name: "Lee Abstractor" }).waitFor();
    await checkPage(desk);
    await move(desk, "Offer");
    await shows(desk, "Lee Abstractor: Interview → Offer");
  });

  it("brings a note to a colleague, and goes from one application to the next", async () => {
    const { board, owner, recruiter } = await makeWorld();
    const desk = await site.visit({ as: owner });
    await desk.goto(`${board}?view=list&sort=name`);
    await desk.getByRole("link", { name: "Dana Coder" }).click();
    await shows(desk, "1 of 3");
    await desk.getByLabel("Your rating").selectOption("4");
    await desk.getByRole("button", { name: "Keep rating" }).click();
    await shows(desk, "Rating kept.");
    await desk.getByLabel("Add a note").fill("Could you call, @Riley Desk?");
    await desk.getByRole("button", { name: "Keep note" }).click();
    await shows(desk, "Told: Riley Desk");
    await checkPage(desk);
    await desk.getByRole("link", { name: "Next", exact: true }).click();
    await desk.getByRole("heading", { level: 1, name: "Lee Abstractor" }).waitFor();
    await shows(desk, "2 of 3");
    await site.mailTo(recruiter.email, /Morgan Owner mentioned you about/);
    const other = await site.visit({ as: recruiter });
    await other.goto("/employer");
    await shows(other, "Could you call");
    await checkPage(other);
    await other.getByRole("button", { name: "Done: Dana Coder" }).click();
    await shows(other, "Nothing waits for you");
    await checkPage(other);
  });
});
