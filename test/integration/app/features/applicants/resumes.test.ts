import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { chooseDefaultResume } from "#app/features/applicants/choose-default-resume.server.ts";
import { nameResume } from "#app/features/applicants/name-resume.server.ts";
import { removeResume } from "#app/features/applicants/remove-resume.server.ts";
import { MAX_RESUMES, uploadResume } from "#app/features/applicants/upload-resume.server.ts";
import { findResume, listResumes } from "#db/queries/resumes.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeUser } from "#test/factories/user.ts";
import { makeDocx, makePdf } from "#test/fixtures/resumes.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const upload = async (userId: string, bytes = makePdf(), filename = "cv.pdf") => {
  const uploaded = await uploadResume(world.deps, { userId, filename, bytes });
  if (!uploaded.ok) throw new Error(uploaded.sentence);
  return uploaded.resumeId;
};
const read = async (storageKey: string) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await world.deps.files.open(storageKey)) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const filesOnDisk = async () =>
  (await readdir(path.join(world.deps.varDir, "files"), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe("a resume", () => {
  it("is kept whole under a random key, typed by its content and listed newest first", async () => {
    const { id } = await makeUser(world.deps.db);
    await upload(id);
    const docx = makeDocx();
    const resumeId = await upload(id, docx, "../Marisol CV.pdf");
    const [newest] = await listResumes(world.deps.db, id);
    expect(newest).toMatchObject({
      id: resumeId,
      filename: "Marisol CV.docx",
      contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      byteSize: docx.byteLength,
    });
    const found = await findResume(world.deps.db, { userId: id, resumeId });
    expect(await read(found?.storageKey ?? "")).toEqual(docx);
  });

  it("is nobody else's to find or remove", async () => {
    const { id } = await makeUser(world.deps.db);
    const { id: other } = await makeUser(world.deps.db);
    const resumeId = await upload(id);
    expect(await findResume(world.deps.db, { userId: other, resumeId })).toBeNull();
    await expect(removeResume(world.deps, { userId: other, resumeId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await findResume(world.deps.db, { userId: id, resumeId })).not.toBeNull();
  });

  it("is gone with its bytes when it is removed", async () => {
    const { id } = await makeUser(world.deps.db);
    const resumeId = await upload(id);
    const found = await findResume(world.deps.db, { userId: id, resumeId });
    await removeResume(world.deps, { userId: id, resumeId });
    expect(await listResumes(world.deps.db, id)).toEqual([]);
    await expect(read(found?.storageKey ?? "")).rejects.toThrow();
  });

  it("leaves its bytes to an application that carries it", async () => {
    const { id } = await makeUser(world.deps.db);
    const resumeId = await upload(id);
    const found = await findResume(world.deps.db, { userId: id, resumeId });
    await makeApplication(world.deps.db, {
      applicantId: id,
      resumeFileId: found?.fileId ?? null,
      resumeFilename: "cv.pdf",
    });
    await removeResume(world.deps, { userId: id, resumeId });
    expect(await listResumes(world.deps.db, id)).toEqual([]);
    expect((await read(found?.storageKey ?? "")).byteLength).toBe(found?.byteSize);
  });

  it("keeps its ending under another name, and an application the name it was sent with", async () => {
    const { id } = await makeUser(world.deps.db);
    const resumeId = await upload(id);
    const { id: other } = await makeUser(world.deps.db);
    await nameResume(world.deps, { userId: id, resumeId, name: "../Night shift.docx" });
    expect((await listResumes(world.deps.db, id))[0]?.filename).toBe("Night shift.pdf");
    const stranger = { userId: other, resumeId, name: "Mine" };
    await expect(nameResume(world.deps, stranger)).rejects.toMatchObject({ code: "not-found" });
    expect((await listResumes(world.deps.db, id))[0]?.filename).toBe("Night shift.pdf");
  });

  it("is the default of one at most, and the default comes first", async () => {
    const { id } = await makeUser(world.deps.db);
    const ids = [await upload(id), await upload(id), await upload(id)];
    const { id: other } = await makeUser(world.deps.db);
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        chooseDefaultResume(world.deps, { userId: id, resumeId: ids[at % 3] ?? "" }),
      ),
    );
    await chooseDefaultResume(world.deps, { userId: id, resumeId: ids[0] ?? "" });
    const listed = await listResumes(world.deps.db, id);
    expect(listed.map(({ isDefault }) => isDefault)).toEqual([true, false, false]);
    expect(listed[0]?.id).toBe(ids[0]);
    await expect(
      chooseDefaultResume(world.deps, { userId: other, resumeId: ids[1] ?? "" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  it("is not stored at all when its content is refused", async () => {
    const { id } = await makeUser(world.deps.db);
    const before = await filesOnDisk();
    const bytes = Buffer.from("MZ this is a program");
    const refused = await uploadResume(world.deps, { userId: id, filename: "cv.pdf", bytes });
    expect(refused).toMatchObject({ ok: false });
    expect(await filesOnDisk()).toEqual(before);
  });

  it("is one of at most ten, however many windows upload at once", async () => {
    const { id } = await makeUser(world.deps.db);
    for (let index = 1; index < MAX_RESUMES; index += 1) await upload(id);
    const before = await filesOnDisk();
    const last = await Promise.all(
      [1, 2, 3].map(() =>
        uploadResume(world.deps, { userId: id, filename: "cv.pdf", bytes: makePdf() }),
      ),
    );
    expect(last.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listResumes(world.deps.db, id)).toHaveLength(MAX_RESUMES);
    expect(await filesOnDisk()).toHaveLength(before.length + 1);
  });
});
