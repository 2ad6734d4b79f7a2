import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { toJson } from "#db/schema/json-column.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication, makeSnapshot } from "#test/factories/application.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import { makePdf } from "#test/fixtures/resumes.ts";
import { accessibilityFaults, sidewaysOverflow } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const NUMBER = "01987654";

describe.each([true, false])("A credential, JavaScript: %s", (javaScript) => {
  const expectSound = async (page: Page) => {
    if (javaScript) expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  };

  it("is shown to the board, verified, and read as verified by whoever was applied to", async () => {
    const { user } = await makeApplicant(site.db, { credentials: ["CPC-A"] });
    await site.db
      .updateTable("applicantCredentials")
      .set({ issuer: "AAPC", number: NUMBER })
      .where("userId", "=", user.id)
      .execute();
    const own = await site.visit({
      as: user,
      javaScript,
      viewport: { width: 390, height: 844 },
    });
    await own.goto("/applicant/profile");
    await own.getByRole("link", { name: "Verify credentials" }).click();
    await own.getByRole("heading", { name: "Your credentials" }).waitFor();
    await expectSound(own);

    const field = own.getByLabel("Evidence of your CPC-A");
    const send = own.getByRole("button", { name: "Send the evidence" });
    await field.setInputFiles({
      name: "card.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("not a PDF at all"),
    });
    await send.click();
    await own.getByText("Choose a PDF, or a picture as JPEG or PNG").first().waitFor();
    await expectSound(own);
    await field.setInputFiles({
      name: "card.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(makePdf("My card")),
    });
    await send.click();
    await own.getByText("Evidence sent.").waitFor();

    // The months toward the full credential.
    await own.getByLabel("Months in letters").fill("eleven");
    await own.getByRole("button", { name: "Save what I have" }).click();
    await own.getByText("Give a number.").first().waitFor();
    await own.getByLabel("Months in letters").fill("11");
    await own.getByLabel("I completed Practicode").check();
    await own.getByRole("button", { name: "Save what I have" }).click();
    await own.getByRole("heading", { name: "From CPC-A to CPC: 23 of 24 months" }).waitFor();
    await expectSound(own);

    const admin = await makeUser(site.db, { kind: "admin" });
    const board = await site.visit({ as: admin, javaScript });
    await board.goto("/admin");
    await board.getByRole("link", { name: /credentials? waiting to be verified/ }).click();
    await board.getByRole("heading", { level: 1, name: "Credentials" }).waitFor();
    await expectSound(board);
    await board
      .getByRole("link", { name: `CPC-A of ${user.name}` })
      .last()
      .click();
    await board.getByText(NUMBER).waitFor();
    await expectSound(board);
    const file = board.getByRole("link", { name: "PDF", exact: true });
    const answer = await board.request.get((await file.getAttribute("href")) ?? "");
    expect(await answer.body()).toEqual(Buffer.from(makePdf("My card")));
    expect(answer.headers()["cache-control"]).toBe("private, no-store");
    await board.getByRole("button", { name: "Verify this credential" }).click();
    await board.getByText("Say how you checked it.").first().waitFor();
    await board.getByLabel("How you checked it").selectOption("issuer-look-up");
    await board.getByRole("button", { name: "Verify this credential" }).click();
    await board.getByText("issuer look-up").first().waitFor();
    await site.mailTo(user.email, /Your CPC-A is verified/);

    await own.goto("/applicant/credentials");
    await own.getByText("Verified today: issuer look-up").waitFor();

    const employer = await makeEmployer(site.db);
    const owner = await makeMember(site.db, employer.id, "owner");
    const job = await makeJob(site.db, { employerId: employer.id });
    const credential = {
      code: "CPC-A",
      issuer: "AAPC",
      number: "",
      earnedOn: null,
      expiresOn: null,
      status: "self-reported" as const,
    };
    const application = await makeApplication(site.db, {
      jobId: job.id,
      applicantId: user.id,
      snapshot: toJson(makeSnapshot({ credentials: [credential] })),
    });
    const desk = await site.visit({ as: owner, javaScript });
    await desk.goto(`/employer/applications/${application.id}`);
    await desk.getByText("verified today").first().waitFor();
    expect(await desk.content()).not.toContain(NUMBER);

    // AAPC took the -A off: the claim is a new one.
    await own.getByText("AAPC has removed my -A").click();
    await own.getByRole("button", { name: "Make it CPC" }).click();
    await own.getByText("The -A is off.").waitFor();
    await own.getByRole("heading", { name: "CPC", exact: true }).waitFor();
    await own.getByText("Self-reported", { exact: true }).waitFor();
  });
});
