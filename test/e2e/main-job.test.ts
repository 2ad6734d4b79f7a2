import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { unique } from "#test/factories/user.ts";
import { makePdf } from "#test/fixtures/resumes.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const PASSWORD = "vellum otter 12";
const LEAK_CLOSURE = /93590–93592 Paravalvular leak closure/;
const RESUME = Buffer.from(makePdf("Dana Coder"));

interface Visitor {
  page: Page;
  javaScript: boolean;
}

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) =>
  main(page).getByRole("button", { name, exact: true }).filter({ visible: true }).last().click();
const shows = (page: Page, words: string | RegExp) => main(page).getByText(words).first().waitFor();
const heading = (page: Page, name: string | RegExp) =>
  main(page).getByRole("heading", { level: 1, name }).waitFor();

async function signUp(page: Page, kind: string, name: string): Promise<string> {
  const email = `${kind.toLowerCase()}-${unique()}@example.org`;
  await page.goto("/");
  await page.getByRole("link", { name: "Sign up" }).first().click();
  await main(page).getByRole("radio", { name: kind }).check();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await press(page, "Sign up");
  await heading(page, "Check your mail");
  const { text } = await site.mailTo(email, /Confirm/);
  await page.goto(/http:\/\/\S+\/verify-email\/\S+/.exec(text)?.[0] ?? "no link");
  await press(page, "Confirm");
  await page.waitForURL((url) => !url.pathname.startsWith("/verify-email"));
  return email;
}

async function addLeakClosure({ page, javaScript }: Visitor): Promise<void> {
  const box = page.getByLabel("Add a code family");
  if (javaScript) {
    await page.getByRole("combobox", { name: "Add a code family" }).waitFor();
    await box.pressSequentially("paravalvular");
    await page.getByRole("option", { name: LEAK_CLOSURE }).click();
  } else {
    await box.fill("paravalvular");
    await press(page, "Find families");
    await page.getByRole("checkbox", { name: LEAK_CLOSURE }).check();
    await press(page, "Add the ticked families");
  }
  await page.getByRole("group", { name: LEAK_CLOSURE }).waitFor();
}

async function postJob({ page, javaScript }: Visitor, title: string): Promise<void> {
  await heading(page, "Create your employer page");
  await page.getByLabel("Name").fill(`Bayfront Cardiology ${unique()}`);
  await page.getByLabel("Kind of employer").selectOption({ label: "Physician group" });
  await page.getByLabel("Website").fill("https://bayfront.example.com");
  await press(page, "Create employer page");
  await main(page).getByRole("link", { name: "Post a job" }).first().click();
  await heading(page, "Post a job");
  await addLeakClosure({ page, javaScript });
  const family = page.getByRole("group", { name: LEAK_CLOSURE });
  expect(await family.getByLabel("Must have").isChecked()).toBe(true);
  await family.getByLabel("Experience, at least").fill("24");
  await page.getByLabel("Job title").fill(title);
  await page.getByLabel("Main specialty").selectOption({ label: "Interventional cardiology" });
  await page.locator("summary", { hasText: "Settings" }).click();
  await page.getByRole("checkbox", { name: "Professional fee (pro-fee)" }).check();
  await page.getByLabel("Required credentials").fill("CPC or CIRCC");
  await page.getByLabel("Employment", { exact: true }).selectOption({ label: "Full-time (FTE)" });
  await page.getByRole("radio", { name: "Remote", exact: true }).check();
  await page.getByLabel("Where a coder may live").selectOption("all-states");
  await page.getByLabel("How the job pays").selectOption("hourly");
  await page.getByLabel("Pay from").fill("34");
  await page.getByLabel("Pay to").fill("42");
  await page
    .getByRole("textbox", { name: "Description" })
    .fill("Code the **structural heart** list.");
  await page.getByLabel("Last day to apply").fill(inDays(30));
  await page.getByLabel("Reply within").fill("7");
  await press(page, "Publish");
  await shows(page, "Published. Coders can find it within seconds.");
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function fillProfile({ page, javaScript }: Visitor): Promise<void> {
  await page.goto("/applicant/profile");
  await page.getByLabel("Headline").fill("Structural heart coder, CPC");
  await addLeakClosure({ page, javaScript });
  const family = page.getByRole("group", { name: LEAK_CLOSURE });
  await family.getByLabel("Experience").fill("36");
  await family.getByLabel("Last used").fill("2026-05");
  await page.getByLabel("State you live in").selectOption({ label: "Ohio" });
  await press(page, "Save profile");
  await shows(page, "Profile saved");
}

/** By a code, by a typing error and by a filter; leaves the page at the results. */
async function findJob({ page, javaScript }: Visitor, title: string): Promise<void> {
  const job = main(page).getByRole("link", { name: title });
  const search = async (words: string) => {
    await page.locator("main input[type=search]").fill(words);
    await press(page, "Search");
    await page.waitForURL((url) => url.searchParams.get("q") === words);
  };
  const apply = async (address: (url: URL) => boolean) => {
    if (!javaScript) await press(page, "Search");
    await page.waitForURL(address);
  };
  await page.getByRole("link", { name: "Search jobs" }).first().click();
  await heading(page, "Find a coding job");
  await search("93590");
  await shows(page, /93590 → is in Paravalvular leak closure, 93590–93592|Paravalvular leak/);
  await page.getByLabel("Sort by").selectOption({ label: "Newest" });
  await apply((url) => url.searchParams.get("sort") === "newest");
  await job.waitFor();
  await search("cardiolgy");
  await job.waitFor();
  await page.getByRole("checkbox", { name: /^Remote \d/ }).check();
  await apply((url) => url.searchParams.get("mode") === "remote");
  await main(page).getByRole("link", { name: "Remote , remove" }).waitFor();
  await job.waitFor();
}

async function apply({ page }: Visitor, title: string): Promise<void> {
  await main(page).getByRole("link", { name: title }).click();
  await heading(page, title);
  await shows(page, "Covers the one must-have family.");
  await main(page).getByRole("link", { name: "Apply for this job" }).click();
  await heading(page, `Apply for ${title}`);
  await page.getByLabel("Cover note").fill("Three years of leak closures.");
  const file = { name: "dana.pdf", mimeType: "application/pdf", buffer: RESUME };
  await page.getByLabel("Upload a resume").setInputFiles(file);
  await press(page, "Review application");
  await heading(page, "Review and send");
  await shows(page, "dana.pdf");
  await shows(page, "Three years of leak closures.");
  await press(page, "Send application");
  await page.waitForURL(/\/applicant\/applications\/[0-9a-f-]{36}/);
  await heading(page, title);
}

async function answer({ page }: Visitor, title: string): Promise<void> {
  await page.goto("/employer/jobs");
  await main(page).getByRole("link", { name: title }).waitFor();
  await main(page).getByRole("link", { name: "1 application" }).click();
  await main(page).getByRole("link", { name: "Dana Coder" }).click();
  await heading(page, "Dana Coder");
  await shows(page, "Three years of leak closures.");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    main(page).getByRole("link", { name: "Download resume" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("dana.pdf");
  await page.getByLabel("Move to").selectOption({ label: "Interview" });
  await page.getByLabel("Message to the applicant").fill("Can we talk on Tuesday at 10?");
  await press(page, "Move and send mail");
  await shows(page, "Moved. The applicant gets a mail.");
}

describe.each([
  { javaScript: true, how: "with JavaScript" },
  { javaScript: false, how: "without JavaScript" },
])("The main job, $how", ({ javaScript }) => {
  it("is done: an employer posts, a coder finds and applies, the employer answers", async () => {
    const title = `Leak Closure Coder ${unique()}`;
    const employer = { page: await site.visit({ javaScript }), javaScript };
    const coder = { page: await site.visit({ javaScript }), javaScript };

    const employerEmail = await signUp(employer.page, "Employer", "Morgan Owner");
    await postJob(employer, title);
    const coderEmail = await signUp(coder.page, "Applicant", "Dana Coder");
    await fillProfile(coder);
    await site.untilIndexed();
    await findJob(coder, title);
    await apply(coder, title);
    const told = await site.mailTo(employerEmail, /New application/);
    expect(told.subject).toContain(title);
    await answer(employer, title);

    await coder.page.reload();
    await shows(coder.page, "The employer would like to interview you.");
    await shows(coder.page, "Can we talk on Tuesday at 10?");
    const mail = await site.mailTo(coderEmail, /Interview/);
    expect(mail.text).toContain("Can we talk on Tuesday at 10?");
  }, 240_000);
});
