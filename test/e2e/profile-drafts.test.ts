import { describe, expect, it } from "vitest";
import { readProfile } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { PASSWORD } from "#test/factories/user.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const open = async () => {
  const { user } = await makeApplicant(site.db);
  const page = await site.visit({ as: user });
  await page.goto("/applicant/profile");
  await page.getByRole("combobox", { name: "Add a code family" }).waitFor();
  return { user, page };
};
const kept = "Draft kept. Employers see your profile as last saved.";

const headline = "Typed before the line went dead";

describe("A save that gets no answer", () => {
  it("loses nothing when the connection is gone, and works when it is back", async () => {
    const { page, user } = await open();
    await page.context().setOffline(true);
    await page.getByLabel("Headline").fill(headline);
    await page.getByText("Not kept: no answer.").waitFor();
    await page.getByRole("button", { name: "Save profile" }).last().click();
    await page.getByText("We could not be reached, so nothing was saved").waitFor();
    expect(await page.getByLabel("Headline").inputValue()).toBe(headline);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Save profile" }).last().click();
    await page.getByText("Profile saved", { exact: true }).waitFor();
    expect((await readProfile(site.db, user.id)).profile.headline).toBe(headline);
  });

  it("loses nothing when the session has ended, and works after logging in elsewhere", async () => {
    const { page, user } = await open();
    await site.db.deleteFrom("sessions").where("userId", "=", user.id).execute();
    await page.getByLabel("Headline").fill(headline);
    await page.getByRole("button", { name: "Save profile" }).last().click();
    await page.getByText("You have been logged out, so nothing was saved").waitFor();
    expect(await page.getByLabel("Headline").inputValue()).toBe(headline);
    const other = await page.context().newPage();
    await other.goto("/login");
    await other.getByLabel("Email").fill(user.email);
    await other.getByLabel("Password").fill(PASSWORD);
    await other.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await other.waitForURL((url) => url.pathname !== "/login");
    await page.getByRole("button", { name: "Save profile" }).last().click();
    await page.getByText("Profile saved", { exact: true }).waitFor();
    expect((await readProfile(site.db, user.id)).profile.headline).toBe(headline);
  });
});

describe("What is typed but not saved", () => {
  it("is kept by itself, valid or not, rows and families included", async () => {
    const { page, user } = await open();
    await page.getByLabel("Pay you wish for").fill("thirty");
    await page.getByLabel("Add a code family").fill("93590");
    await page.getByRole("option").first().click();
    await page.getByRole("button", { name: "Add a job" }).click();
    await page.getByRole("group", { name: "Job 1" }).getByLabel("Employer").fill("Half a na");
    await page.getByText(kept).waitFor();

    const later = await site.visit({ as: user });
    await later.goto("/applicant/profile");
    await later.getByText("This is a draft you have not saved yet").waitFor();
    expect(await later.getByLabel("Pay you wish for").inputValue()).toBe("thirty");
    expect(await later.getByRole("group", { name: /Paravalvular/ }).isVisible()).toBe(true);
    const job = later.getByRole("group", { name: "Job 1" });
    expect(await job.getByLabel("Employer").inputValue()).toBe("Half a na");
    expect((await readProfile(site.db, user.id)).profile).toMatchObject({
      payWishedMin: null,
      work: [],
    });
  });

  it("is not taken apart while typing goes on", async () => {
    const { page } = await open();
    await page.getByLabel("About", { exact: true }).pressSequentially("One, ");
    await page.getByText(kept).waitFor();
    await page.keyboard.type("two");
    expect(await page.getByLabel("About", { exact: true }).inputValue()).toBe("One, two");
  });

  it("can be discarded for what is saved", async () => {
    const { page, user } = await open();
    await page.getByLabel("Headline").fill("Never mind");
    await page.getByText(kept).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Discard the draft" }).click();
    await page.getByText("This is a draft").waitFor({ state: "detached" });
    expect(await page.getByLabel("Headline").inputValue()).toBe("Cardiology coder");
    expect((await readProfile(site.db, user.id)).draft).toBeNull();
  });

  it("does not come back after a save", async () => {
    const { page, user } = await open();
    await page.getByLabel("Headline").fill("Final");
    await page.getByRole("button", { name: "Save profile" }).last().click();
    await page.getByText("Profile saved", { exact: true }).waitFor();
    await page.waitForTimeout(2_000);
    expect((await readProfile(site.db, user.id)).draft).toBeNull();
    await page.reload();
    expect(await page.getByText("This is a draft").count()).toBe(0);
  });
});
