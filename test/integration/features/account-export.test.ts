import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { buildExport } from "#app/features/leaving/build-export.server.ts";
import { requestExport } from "#app/features/leaving/request-export.server.ts";
import { applyRetention } from "#app/worker/apply-retention.ts";
import { deleteOrphanFiles } from "#app/worker/delete-orphan-files.ts";
import { findExportFile, findLastExport } from "#db/queries/account-exports.ts";
import { insertSavedJob } from "#db/queries/job-marks.ts";
import { insertResume } from "#db/queries/resumes.ts";
import { makeApplication } from "#test/factories/application.ts";
import { makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeApplicantViewer } from "#test/support/viewers.ts";

const world = setUpDeps();

/** The entries of a zip whose files are stored as they are, which is how ours are made: name → bytes. */
function entriesOf(zip: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\u0005\u0006") + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const start = zip.readUInt32LE(at + 42);
    const body = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    entries.set(name, zip.subarray(body, body + size));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

async function makeExporter() {
  const { deps } = world;
  const { db } = deps;
  const viewer = await makeApplicantViewer(db);
  const { userId } = viewer;
  const stored = await deps.files.put(Buffer.from("%PDF the resume itself"));
  await insertResume(db, {
    userId,
    filename: "../my résumé.pdf",
    file: { ...stored, contentType: "application/pdf" },
  });
  const application = await makeApplication(db, { applicantId: userId });
  const job = await makeJob(db);
  const member = await makeMember(db, job.employerId);
  await db
    .insertInto("applicationNotes")
    .values({ applicationId: application.id, authorId: member.id, body: "Privately: too slow" })
    .execute();
  await insertSavedJob(db, { userId, jobId: job.id });
  return { viewer, userId, application, job };
}

async function exportOf(userId: string) {
  await requestExport(world.deps, { userId });
  const asked = await findLastExport(world.deps.db, userId);
  if (!asked) throw new Error("it was asked for");
  await buildExport(world.deps, { exportId: asked.id });
  return asked.id;
}

async function read(id: string, userId: string): Promise<Map<string, Buffer>> {
  const file = await findExportFile(world.deps.db, { id, userId });
  if (!file) throw new Error("it is ready");
  return entriesOf(await buffer(await world.deps.files.open(file.storageKey)));
}

describe("An export", () => {
  it("holds every record of the person and every file, and no secret", async () => {
    const { viewer, userId, application, job } = await makeExporter();
    const entries = await read(await exportOf(userId), userId);
    const records = (name: string) => JSON.parse(String(entries.get(`records/${name}.json`)));
    expect(records("users")).toMatchObject([{ id: userId, email: viewer.email }]);
    expect(records("applicant_experience")).toHaveLength(1);
    expect(records("applications")).toMatchObject([
      { id: application.id, cover_note: application.coverNote },
    ]);
    expect(records("saved_jobs")).toMatchObject([{ job_id: job.id }]);
    expect(records("jobs_named")).toContainEqual(
      expect.objectContaining({ id: job.id, title: job.title }),
    );
    const names = [...entries.keys()];
    expect(names).toContain("files/1-__my résumé.pdf");
    expect(String(entries.get("files/1-__my résumé.pdf"))).toBe("%PDF the resume itself");
    const all = [...entries.values()].map(String).join("\n");
    expect(all).not.toMatch(/argon2|password_hash|token_hash|Privately: too slow/);
  });

  it("holds nothing of anyone else, and is nobody else's to download", async () => {
    const one = await makeExporter();
    const other = await makeExporter();
    const id = await exportOf(one.userId);
    const all = [...(await read(id, one.userId)).values()].map(String).join("\n");
    for (const word of [other.userId, other.viewer.email, other.application.id]) {
      expect(all).not.toContain(word);
    }
    expect(await findExportFile(world.deps.db, { id, userId: other.userId })).toBeNull();
  });

  it("is made once for many clicks, is written down, and can be made again by a repeated task", async () => {
    const { userId } = await makeExporter();
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => requestExport(world.deps, { userId })),
    );
    expect(asked.filter(Boolean)).toHaveLength(1);
    const { rows } = await sql`
      select 1 from audit_entries where action = 'account-exported' and subject_id = ${userId}`.execute(
      world.deps.db,
    );
    expect(rows).toHaveLength(1);
    const id = (await findLastExport(world.deps.db, userId))?.id ?? "";
    await Promise.all([1, 2].map(() => buildExport(world.deps, { exportId: id })));
    expect((await read(id, userId)).size).toBeGreaterThan(5);
  });

  it("is gone after its days, with its bytes", async () => {
    const { deps } = world;
    const { userId } = await makeExporter();
    const id = await exportOf(userId);
    const file = await findExportFile(deps.db, { id, userId });
    await sql`update account_exports set expires_at = now() - interval '1 minute' where id = ${id}`.execute(
      deps.db,
    );
    expect(await findExportFile(deps.db, { id, userId })).toBeNull();
    await applyRetention(deps);
    await sql`update files set created_at = now() - interval '2 days'`.execute(deps.db);
    await deleteOrphanFiles(deps);
    await expect(deps.files.open(file?.storageKey ?? "")).rejects.toThrow();
  });
});
