import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeDocx, makePdf } from "#test/fixtures/resumes.ts";
import { accessibilityFaults } from "#test/support/accessibility.ts";
import { setUpSite } from "#test/support/site.ts";

const site = setUpSite();

const pdf = (name = "Marisol CV.pdf") => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(makePdf()),
});

describe.each([{ javaScript: true }, { javaScript: false }])("Resumes, %o", ({ javaScript }) => {
  const open = async () => {
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ as: user, javaScript });
    await page.goto("/applicant/resumes");
    await page.waitForLoadState("networkidle");
    const upload = async (file: Parameters<typeof input.setInputFiles>[0]) => {
      await input.setInputFiles(file);
      await page.getByRole("button", { name: "Upload resume" }).click();
    };
    const input = page.getByLabel("Resume file");
    return { page, user, upload };
  };

  it("are uploaded, listed, downloaded as they were and removed", async () => {
    const { page, upload } = await open();
    await page.getByText("No resume yet").waitFor();
    await upload(pdf());
    await page.getByText("Resume uploaded").waitFor();
    const link = page.getByRole("link", { name: "Marisol CV.pdf", exact: true });
    const response = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(response.status()).toBe(200);
    expect(await response.body()).toEqual(Buffer.from(makePdf()));
    expect(response.headers()).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition":
        "attachment; filename=\"Marisol CV.pdf\"; filename*=UTF-8''Marisol%20CV.pdf",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    await upload({ ...pdf("cv.pdf"), buffer: Buffer.from(makeDocx()) });
    await page.getByRole("link", { name: "cv.docx", exact: true }).waitFor();
    await page.getByRole("button", { name: "Remove Marisol CV.pdf" }).click();
    await page.getByText("Resume removed").waitFor();
    expect(await link.count()).toBe(0);
  });

  it("are refused beside the field when they are not what they say, too large or missing", async () => {
    const { page, upload } = await open();
    const error = page.locator("#resume-error");
    await page.getByRole("button", { name: "Upload resume" }).click();
    await error.getByText("Choose a file first.").waitFor();
    await upload({ ...pdf("cv.pdf"), buffer: Buffer.from(`MZ${"x".repeat(5_000)}`) });
    await error.getByText("neither a PDF nor a Word document").waitFor();
    for (const megabytes of [6, 11]) {
      await upload({ ...pdf(), buffer: Buffer.alloc(megabytes * 1_048_576, "%PDF-1.7 ") });
      await error.getByText("larger than 5 MB").waitFor();
      await page.reload();
    }
    await page.goto("/applicant/resumes");
    await page.getByText("No resume yet").waitFor();
  });
});

describe("Resumes and other people", () => {
  it("are a 404 to everyone but their owner, as an unknown id is", async () => {
    const { user } = await makeApplicant(site.db);
    const owner = await site.visit({ as: user });
    await owner.goto("/applicant/resumes");
    await owner.getByLabel("Resume file").setInputFiles(pdf());
    await owner.getByRole("button", { name: "Upload resume" }).click();
    const href =
      (await owner
        .getByRole("link", { name: "Marisol CV.pdf", exact: true })
        .getAttribute("href")) ?? "";

    const { user: other } = await makeApplicant(site.db);
    const member = await makeMember(site.db, (await makeJob(site.db)).employerId);
    for (const as of [other, member]) {
      const page = await site.visit({ as });
      expect((await page.request.get(href)).status()).toBe(404);
      expect((await page.request.get(`${href}.data`)).status()).toBe(404);
    }
    const anonymous = await site.visit();
    const response = await anonymous.request.get(href, { maxRedirects: 0 });
    expect(response.status()).toBe(302);
    for (const id of ["00000000-0000-4000-8000-000000000000", "1", "%2e%2e%2fetc"]) {
      expect((await owner.request.get(`/applicant/resumes/${id}`)).status()).toBe(404);
    }
    const removal = await (await site.visit({ as: other })).request.post("/applicant/resumes", {
      form: { intent: "remove", resumeId: href.split("/").at(-1) ?? "" },
      headers: { origin: site.origin },
    });
    expect(removal.status()).toBe(404);
    expect((await owner.request.get(href)).status()).toBe(200);
  });

  it("have a page free of accessibility problems, empty, filled and refused", async () => {
    const { user } = await makeApplicant(site.db);
    const page = await site.visit({ as: user });
    await page.goto("/applicant/resumes");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel("Resume file").setInputFiles(pdf());
    await page.getByRole("button", { name: "Upload resume" }).click();
    await page.getByText("Resume uploaded").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Upload resume" }).click();
    await page.getByText("Choose a file first.").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
