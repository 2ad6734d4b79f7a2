import { describe, expect, it } from "vitest";
import { readResumeFile } from "#app/features/applicants/resume-reading/read-resume-file.server.ts";
import { requestResumeReading } from "#app/features/applicants/resume-reading/request-reading.server.ts";
import { uploadResume } from "#app/features/applicants/upload-resume.server.ts";
import { findReading } from "#db/queries/resume-readings.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeDocx, makePdf } from "#test/fixtures/resumes.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const uploaded = async (bytes: Uint8Array) => {
  const { user } = await makeApplicant(world.deps.db);
  const answer = await uploadResume(world.deps, { userId: user.id, filename: "cv.pdf", bytes });
  if (!answer.ok) throw new Error(answer.sentence);
  return { userId: user.id, resumeId: answer.resumeId };
};

describe("the reading of a resume", () => {
  it("is asked for with the upload and proposes what the text says", async () => {
    const ids = await uploaded(
      makePdf("Alex Coder, CPC, AAPC member ID 01234567, PCI 92920-92998"),
    );
    expect(await findReading(world.deps.db, ids)).toMatchObject({ status: "waiting" });
    expect(await world.tasks("read-resume")).toContainEqual({ resumeId: ids.resumeId });
    await readResumeFile(world.deps, ids);
    const reading = await findReading(world.deps.db, ids);
    expect(reading).toMatchObject({ status: "read", pageCount: 1, isCut: false });
    expect(reading?.proposals?.map(({ key }) => key)).toEqual([
      "credential-CPC",
      "family-cpt-coronary-intervention",
    ]);
  });

  it("ends with a sentence when there is no text in the file", async () => {
    const ids = await uploaded(makeDocx());
    await readResumeFile(world.deps, ids);
    const reading = await findReading(world.deps.db, ids);
    expect(reading).toMatchObject({ status: "unreadable", proposals: null });
    expect(reading?.failure).toContain("no text");
  });

  it("is asked for once, however often the button is pressed, and again when it is over", async () => {
    const ids = await uploaded(makePdf("Alex Coder with a CPC from AAPC"));
    const asked = async () =>
      (await world.tasks("read-resume")).filter(({ resumeId }) => resumeId === ids.resumeId).length;
    await Promise.all(Array.from({ length: 20 }, () => requestResumeReading(world.deps, ids)));
    expect(await asked()).toBe(1);
    await readResumeFile(world.deps, ids);
    await Promise.all(Array.from({ length: 20 }, () => requestResumeReading(world.deps, ids)));
    expect(await asked()).toBe(2);
    expect(await findReading(world.deps.db, ids)).toMatchObject({
      status: "waiting",
      proposals: null,
    });
  });

  it("is nobody else's to ask for or see", async () => {
    const ids = await uploaded(makePdf("Alex Coder with a CPC from AAPC"));
    const { user: other } = await makeApplicant(world.deps.db);
    const foreign = { ...ids, userId: other.id };
    await expect(requestResumeReading(world.deps, foreign)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await findReading(world.deps.db, foreign)).toBeNull();
  });

  it("of a resume removed meanwhile comes to nothing", async () => {
    const ids = await uploaded(makePdf("Alex Coder with a CPC from AAPC"));
    await world.deps.db.deleteFrom("resumes").where("id", "=", ids.resumeId).execute();
    await readResumeFile(world.deps, ids);
    expect(await findReading(world.deps.db, ids)).toBeNull();
  });
});
