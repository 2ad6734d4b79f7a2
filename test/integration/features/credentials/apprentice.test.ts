import { describe, expect, it } from "vitest";
import {
  removeApprentice,
  saveApprenticeProof,
} from "#app/features/credentials/apprentice.server.ts";
import { readCredentials } from "#app/features/credentials/read-credentials.server.ts";
import { uploadEvidence } from "#app/features/credentials/upload-evidence.server.ts";
import { updateProfileDraft } from "#db/queries/profile-writes.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makePdf } from "#test/fixtures/resumes.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const apprentice = async (credentials = ["CPC-A"]) => {
  const { user } = await makeApplicant(world.deps.db, { credentials });
  const lines = await readCredentials(world.deps, user.id);
  const credentialId = lines.find(({ code }) => code === "CPC-A")?.id ?? "";
  return { userId: user.id, credentialId };
};
const codes = async ({ userId }: { userId: string }) =>
  (await readCredentials(world.deps, userId)).map(({ code, state }) => `${code} ${state}`);

describe("an apprentice's credential", () => {
  it("counts what is proved toward its removal", async () => {
    const own = await apprentice();
    await saveApprenticeProof(world.deps, {
      ...own,
      proof: { letterMonths: 7, course: true, practicode: false },
    });
    const [line] = await readCredentials(world.deps, own.userId);
    expect(line?.apprentice).toMatchObject({
      parent: "CPC",
      standing: { monthsCounted: 19, monthsNeeded: 24, complete: false },
    });
  });

  it("becomes the full one only by its holder's word, self-reported and without the old evidence", async () => {
    const own = await apprentice();
    await uploadEvidence(world.deps, { ...own, bytes: makePdf() });
    await saveApprenticeProof(world.deps, {
      ...own,
      proof: { letterMonths: 24, course: false, practicode: false },
    });
    expect(await codes(own)).toEqual(["CPC-A evidence-uploaded"]);
    await removeApprentice(world.deps, own);
    await removeApprentice(world.deps, own);
    const [line] = await readCredentials(world.deps, own.userId);
    expect(line).toMatchObject({ code: "CPC", state: "self-reported", evidence: null });
  });

  it("goes where the full one is on the profile already", async () => {
    const own = await apprentice(["CPC", "CPC-A"]);
    await removeApprentice(world.deps, own);
    expect(await codes(own)).toEqual(["CPC self-reported"]);
  });

  it("does not come back with what was typed before", async () => {
    const own = await apprentice();
    const { version } = await readProfile(world.deps.db, own.userId);
    const draft = { headline: ["Typed"], "credentials.0.code": ["CPC-A"] };
    await updateProfileDraft(world.deps.db, { userId: own.userId, version, draft });
    await removeApprentice(world.deps, own);
    const after = await readProfile(world.deps.db, own.userId);
    expect(after.version).toBe(version + 1);
    expect(after.draft).toEqual({ headline: ["Typed"], "credentials.0.code": ["CPC"] });
  });

  it("is nobody else's, and no other credential has the counter", async () => {
    const own = await apprentice();
    const other = await apprentice(["CPC"]);
    const proof = { letterMonths: 1, course: false, practicode: false };
    const foreign = { userId: other.userId, credentialId: own.credentialId };
    await expect(removeApprentice(world.deps, foreign)).rejects.toMatchObject({
      code: "not-found",
    });
    const [full] = await readCredentials(world.deps, other.userId);
    expect(full?.apprentice).toBeNull();
    await expect(
      saveApprenticeProof(world.deps, {
        userId: other.userId,
        credentialId: full?.id ?? "",
        proof,
      }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
