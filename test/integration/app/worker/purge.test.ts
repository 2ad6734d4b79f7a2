import { createHash, randomUUID } from "node:crypto";
import { utimes } from "node:fs/promises";
import path from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { deleteOrphanFiles } from "#app/worker/delete-orphan-files.ts";
import { purgeSessions, purgeTokens } from "#app/worker/purge.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const HOUR = 3_600_000;
const from = (hours: number) => new Date(Date.now() + hours * HOUR);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("purging", () => {
  it("deletes sessions that ran out and no other", async () => {
    const { db } = world.deps;
    const { id: userId } = await makeUser(db);
    for (const [name, expiresAt] of [
      ["gone", from(-1)],
      ["live", from(1)],
    ] as const) {
      await db
        .insertInto("sessions")
        .values({ id: sha256(name), userId, expiresAt })
        .execute();
    }
    await purgeSessions(world.deps);
    const left = await db.selectFrom("sessions").select("id").execute();
    expect(left).toEqual([{ id: sha256("live") }]);
  });

  it("deletes links a day after they ran out or were used, and keeps the open ones", async () => {
    const { db } = world.deps;
    const { id: userId, email } = await makeUser(db);
    const links = [
      { name: "old", expiresAt: from(-25), usedAt: null },
      { name: "used", expiresAt: from(1), usedAt: from(-25) },
      { name: "just used", expiresAt: from(1), usedAt: from(-1) },
      { name: "open", expiresAt: from(1), usedAt: null },
    ];
    for (const { name, ...link } of links) {
      const tokenHash = sha256(name);
      const row = { tokenHash, userId, email, purpose: "verify-email" as const, ...link };
      await db.insertInto("emailTokens").values(row).execute();
    }
    await purgeTokens(world.deps);
    const left = await db.selectFrom("emailTokens").select("tokenHash").execute();
    expect(left.map(({ tokenHash }) => tokenHash).sort()).toEqual(
      [sha256("just used"), sha256("open")].sort(),
    );
  });

  it("forgets form answers after two days and throttles when they run out", async () => {
    const { db } = world.deps;
    const { id: userId } = await makeUser(db);
    const row = { userId, route: "/apply", bodyHash: "x", location: "/" };
    const young = randomUUID();
    await db
      .insertInto("idempotencyKeys")
      .values([
        { ...row, key: young, createdAt: from(-47) },
        { ...row, key: randomUUID(), createdAt: from(-49) },
      ])
      .execute();
    await sql`insert into throttles (key, points, expire) values
      ('spent', 3, ${Date.now() - HOUR}), ('running', 3, ${Date.now() + HOUR}), ('for ever', 1, null)`.execute(
      db,
    );
    await purgeTokens(world.deps);
    const keys = await db.selectFrom("idempotencyKeys").select("key").execute();
    expect(keys).toEqual([{ key: young }]);
    const { rows } = await sql<{ key: string }>`select key from throttles order by key`.execute(db);
    expect(rows.map(({ key }) => key)).toEqual(["for ever", "running"]);
  });
});

describe("deleting orphan files", () => {
  const bytes = new TextEncoder().encode("%PDF-1.7");

  async function storeFile(createdAt: Date) {
    const stored = await world.deps.files.put(bytes);
    const { id } = await world.deps.db
      .insertInto("files")
      .values({ ...stored, contentType: "application/pdf", createdAt })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { id, key: stored.storageKey };
  }

  const isStored = (key: string) =>
    world.deps.files.open(key).then(
      (stream) => Boolean(stream.destroy()),
      () => false,
    );

  it("removes after a day what nothing refers to, and keeps what is used or young", async () => {
    const { db } = world.deps;
    const orphan = await storeFile(from(-25));
    const young = await storeFile(from(-23));
    const resume = await storeFile(from(-25));
    const logo = await storeFile(from(-25));
    const { user } = await makeApplicant(db);
    await db
      .insertInto("resumes")
      .values({ userId: user.id, fileId: resume.id, filename: "resume.pdf", removedAt: null })
      .execute();
    await makeEmployer(db, { logoFileId: logo.id });
    await deleteOrphanFiles(world.deps);
    const rows = await db.selectFrom("files").select("id").execute();
    const ids = [young.id, resume.id, logo.id];
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(await isStored(orphan.key)).toBe(false);
    for (const { key } of [young, resume, logo]) expect(await isStored(key)).toBe(true);
  });

  it("removes bytes that never got a row, but not while their transaction may be under way", async () => {
    const old = await world.deps.files.put(bytes);
    const fresh = await world.deps.files.put(bytes);
    const key = old.storageKey;
    const file = path.join(world.deps.varDir, "files", key.slice(0, 2), key.slice(2, 4), key);
    await utimes(file, from(-25), from(-25));
    await deleteOrphanFiles(world.deps);
    expect(await isStored(key)).toBe(false);
    expect(await isStored(fresh.storageKey)).toBe(true);
  });
});
