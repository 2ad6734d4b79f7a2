import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeUser, PASSWORD, unique } from "#test/factories/user.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();
const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name }).click();

async function linkIn(address: string, subject: RegExp): Promise<string> {
  const { text } = await site.mailTo(address, subject);
  return /http:\/\/\S+\/(?:verify-email|reset-password)\/\S+/.exec(text)?.[0] ?? "no link";
}

async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await press(page, "Log in");
}

describe.each([
  { javaScript: true, how: "with JavaScript" },
  { javaScript: false, how: "without JavaScript" },
])("an account, $how", ({ javaScript }) => {
  it("begins with a mail, changes its password, ends its sessions and survives a forgotten password", async () => {
    const email = `life-${unique()}@example.org`;
    const page = await site.visit({ javaScript });

    await page.goto("/signup");
    await main(page).getByRole("radio", { name: "Applicant" }).check();
    await page.getByLabel("Name").fill("Ada Coder");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill("vellum otter 12");
    await press(page, "Sign up");
    await main(page).getByRole("heading", { name: "Check your mail" }).waitFor();

    await logIn(page, email, "vellum otter 12");
    await main(page).getByText("Confirm your email address first").waitFor();

    const link = await linkIn(email, /Confirm/);
    await page.goto(link);
    await page.reload();
    await press(page, "Confirm");
    await page.waitForURL("**/applicant");
    await page.goto(link);
    await main(page).getByRole("heading", { name: "This link does not work any more" }).waitFor();

    const elsewhere = await site.visit({ javaScript, as: { email, password: "vellum otter 12" } });
    await page.goto("/account");
    await press(page, "Log out everywhere else");
    await main(page).getByText("Every other device is logged out").waitFor();
    await elsewhere.goto("/account");
    expect(new URL(elsewhere.url()).pathname).toBe("/login");

    await page.getByLabel("Current password").fill("vellum otter 12");
    await page.getByLabel("New password").fill("vellum otter 13");
    await press(page, "Change password");
    await main(page).getByText("Your password is changed").waitFor();

    await page.getByRole("button", { name: "Log out", exact: true }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await page.goto("/account");
    expect(page.url()).toContain("/login?redirectTo=%2Faccount");
    await logIn(page, email, "vellum otter 12");
    await main(page).getByText("The email address or the password is not right").first().waitFor();
    expect(await page.getByLabel("Email").inputValue()).toBe(email);

    await main(page).getByRole("link", { name: "Forgot your password?" }).click();
    await main(page).getByRole("heading", { name: "Forgot your password?" }).waitFor();
    await page.getByLabel("Email").fill(email);
    await press(page, "Send the link");
    await main(page).getByRole("heading", { name: "Check your mail" }).waitFor();
    await page.goto(await linkIn(email, /Choose a new password/));
    await page.getByLabel("New password").fill("vellum otter 14");
    await press(page, "Save and log in");
    await page.waitForURL("**/applicant");
  });

  it("that is refused keeps what was typed, and the same page answers a taken address", async () => {
    const owner = await makeUser(site.db);
    const page = await site.visit({ javaScript });
    await page.goto("/signup?kind=employer");
    const employer = main(page).getByRole("radio", { name: "Employer" });
    expect(await employer.isChecked()).toBe(true);
    await page.getByLabel("Name").fill("Grace Recruiter");
    await page.getByLabel("Email").fill(owner.email);
    await page.getByLabel("Password").fill("short");
    await press(page, "Sign up");
    await main(page).getByRole("link", { name: "Use at least 10 characters." }).waitFor();
    expect(await page.getByLabel("Name").inputValue()).toBe("Grace Recruiter");
    expect(await employer.isChecked()).toBe(true);
    await page.getByLabel("Password").fill("vellum otter 12");
    await press(page, "Sign up");
    await main(page).getByRole("heading", { name: "Check your mail" }).waitFor();
    const { subject } = await site.mailTo(owner.email);
    expect(subject).toBe("You already have an account");
  });

  it("moves to a new address by the link mailed there", async () => {
    const { email } = await makeUser(site.db);
    const page = await site.visit({ javaScript, as: { email } });
    const moved = `moved-${unique()}@example.org`;
    await page.goto("/account");
    await page.getByLabel("New email").fill(moved);
    await page.getByLabel("Your password").fill(PASSWORD);
    await press(page, "Change email");
    await main(page).getByText("Check the mail of the new address").waitFor();
    await page.goto(await linkIn(moved, /Confirm/));
    await press(page, "Confirm");
    await main(page).getByText("Your new email address is in force").waitFor();
    expect((await site.mailTo(email, /about to change/)).text).toContain(moved);
  });
});

it("a password can be looked at where there is JavaScript", async () => {
  const page = await site.visit();
  await page.goto("/login");
  const field = page.getByLabel("Password");
  await field.fill("vellum otter 12");
  await main(page).getByRole("button", { name: "Show what you typed" }).click();
  expect(await field.getAttribute("type")).toBe("text");
  await main(page).getByRole("button", { name: "Hide what you typed" }).click();
  expect(await field.getAttribute("type")).toBe("password");
});
