import { readdir } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { saveProfile } from "#app/features/applicants/save-profile.server.ts";
import { readCredentials } from "#app/features/credentials/read-credentials.server.ts";
import {
  removeEvidence,
  uploadEvidence,
} from "#app/features/credentials/upload-evidence.server.ts";
import { deleteOrphanFiles } from "#app/worker/delete-orphan-files.ts";
import { findEvidence } from "#db/queries/credentials.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makePdf } from "#test/fixtures/resumes.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const holder = async (credentials = ["CPC"]) => {
  const { user } = await makeApplicant(world.deps.db, { credentials });
  const [credential] = await readCredentials(world.deps, user.id);
  return { userId: user.id, credentialId: credential?.id ?? "" };
};
const upload = (own: { userId: string; credentialId: string }, bytes: Uint8Array = makePdf()) =>
  uploadEvidence(world.deps, { ...own, bytes });
const stateOf = async ({ userId }: { userId: string }) =>
  (await readCredentials(world.deps, userId))[0];
const bytesOf = async (own: { userId: string; credentialId: string }) => {
  const evidence = await findEvidence(world.deps.db, { id: own.credentialId, userId: own.userId });
  const chunks: Uint8Array[] = [];
  for await (const chunk of await world.deps.files.open(evidence?.storageKey ?? "")) {
    chunks.push(chunk);
  }
  return { type: evidence?.contentType, bytes: Buffer.concat(chunks) };
};
const filesOnDisk = async () =>
  (
    await readdir(path.join(world.deps.varDir, "files"), { recursive: true, withFileTypes: true })
  ).filter((entry) => entry.isFile()).length;

describe("evidence of a credential", () => {
  it("is kept as it is when it is a PDF, and puts the credential into the queue", async () => {
    const own = await holder();
    expect(await upload(own)).toEqual({ ok: true });
    expect(await stateOf(own)).toMatchObject({ state: "evidence-uploaded", mayUpload: true });
    expect(await bytesOf(own)).toEqual({
      type: "application/pdf",
      bytes: Buffer.from(makePdf()),
    });
  });

  it("is written anew when it is a picture: where it was taken does not survive", async () => {
    const own = await holder();
    const photo = await sharp({
      create: { width: 60, height: 40, channels: 3, background: "#a33" },
    })
      .withExif({ IFD0: { Copyright: "27.9506 N" } })
      .jpeg()
      .toBuffer();
    expect(photo.includes("27.9506 N")).toBe(true);
    expect(await upload(own, photo)).toEqual({ ok: true });
    const kept = await bytesOf(own);
    expect(kept.type).toBe("image/jpeg");
    expect(kept.bytes.includes("27.9506 N")).toBe(false);
    expect(await sharp(kept.bytes).metadata()).toMatchObject({ width: 60, height: 40 });
  });

  it.each([
    ["nothing", new Uint8Array(), "neither"],
    ["a page of HTML", new TextEncoder().encode("<script>alert(1)</script>"), "neither"],
    ["a broken picture", new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]), "damaged"],
    ["a cut PDF", makePdf().subarray(0, 60), "cut off"],
    ["more than 5 MB", new Uint8Array(5 * 1024 * 1024 + 1), "larger than 5 MB"],
  ])("is refused, and nothing kept, when it is %s", async (_what, bytes, words) => {
    const own = await holder();
    const before = await filesOnDisk();
    const uploaded = await upload(own, bytes);
    expect(uploaded.ok ? "" : uploaded.sentence).toContain(words);
    expect(await stateOf(own)).toMatchObject({ state: "self-reported", evidence: null });
    expect(await filesOnDisk()).toBe(before);
  });

  it("replaces what was sent before, whose bytes go", async () => {
    const own = await holder();
    await upload(own, makePdf("first"));
    const before = await filesOnDisk();
    await upload(own, makePdf("second"));
    expect((await bytesOf(own)).bytes.toString()).toContain("second");
    expect(await filesOnDisk()).toBe(before);
  });

  it("is nobody else's to send, find or take back", async () => {
    const own = await holder();
    const other = await holder();
    await upload(own);
    const foreign = { userId: other.userId, credentialId: own.credentialId };
    await expect(upload(foreign)).rejects.toMatchObject({ code: "not-found" });
    await expect(removeEvidence(world.deps, foreign)).rejects.toMatchObject({ code: "not-found" });
    expect(
      await findEvidence(world.deps.db, { id: own.credentialId, userId: other.userId }),
    ).toBeNull();
  });

  it("is taken back with its bytes, and a second click changes nothing", async () => {
    const own = await holder();
    await upload(own);
    const before = await filesOnDisk();
    await removeEvidence(world.deps, own);
    await removeEvidence(world.deps, own);
    expect(await stateOf(own)).toMatchObject({ state: "self-reported", evidence: null });
    expect(await filesOnDisk()).toBe(before - 1);
  });

  it("leaves one file when sent fifty times at once", async () => {
    const own = await holder();
    const before = await filesOnDisk();
    await Promise.all(Array.from({ length: 50 }, (_, at) => upload(own, makePdf(`copy ${at}`))));
    expect(await filesOnDisk()).toBe(before + 1);
    expect(await stateOf(own)).toMatchObject({ state: "evidence-uploaded" });
  });

  it("is forgotten when the claim changes, and the sweep takes its bytes", async () => {
    const own = await holder();
    await upload(own);
    const { profile, version } = await readProfile(world.deps.db, own.userId);
    const credentials = profile.credentials.map((one) => ({ ...one, number: "01234567" }));
    await saveProfile(world.deps, {
      userId: own.userId,
      input: { ...profile, credentials, version },
    });
    expect(await stateOf(own)).toMatchObject({ state: "self-reported", evidence: null });
    await world.deps.db
      .updateTable("files")
      .set({ createdAt: new Date(Date.now() - 2 * 86_400_000) })
      .execute();
    const before = await filesOnDisk();
    await deleteOrphanFiles(world.deps);
    expect(await filesOnDisk()).toBeLessThan(before);
    expect(await world.deps.db.selectFrom("files").selectAll().execute()).not.toHaveLength(0);
  });

  it("stays through a save that changes something else", async () => {
    const own = await holder();
    await upload(own);
    const { profile, version } = await readProfile(world.deps.db, own.userId);
    await saveProfile(world.deps, {
      userId: own.userId,
      input: { ...profile, headline: "Another", version },
    });
    expect(await stateOf(own)).toMatchObject({ state: "evidence-uploaded" });
  });
});
