import { sql } from "kysely";
import { expect, it } from "vitest";
import { recordAudit } from "#db/queries/audit.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

async function recorded() {
  const { id } = await makeUser(world.deps.db);
  await recordAudit(world.deps.db, {
    actorId: id,
    action: "resume-opened",
    subjectKind: "resume",
    subjectId: "r1",
    details: { applicationId: "a1" },
  });
  return id;
}
const entriesOf = (actorId: string) =>
  world.deps.db.selectFrom("auditEntries").selectAll().where("actorId", "=", actorId).execute();

it("an entry says who did what to what, and more", async () => {
  const actorId = await recorded();
  expect(await entriesOf(actorId)).toMatchObject([
    { action: "resume-opened", subjectKind: "resume", details: { applicationId: "a1" } },
  ]);
});

it("an entry goes with the transaction that wrote it", async () => {
  const { id } = await makeUser(world.deps.db);
  const work = world.deps.db.transaction().execute(async (trx) => {
    await recordAudit(trx, {
      actorId: id,
      action: "role-changed",
      subjectKind: "user",
      subjectId: id,
    });
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(await entriesOf(id)).toEqual([]);
});

it("nobody changes, deletes or empties the log", async () => {
  const actorId = await recorded();
  for (const statement of [
    sql`update audit_entries set details = '{}' where actor_id = ${actorId}`,
    sql`delete from audit_entries where actor_id = ${actorId}`,
    sql`truncate audit_entries`,
  ]) {
    await expect(statement.execute(world.deps.db)).rejects.toThrow("append-only");
  }
  expect(await entriesOf(actorId)).toHaveLength(1);
});

it("the one way out is by age, and never within a year", async () => {
  const old = await recorded();
  const young = await recorded();
  // As it will have become in time: no statement could make it so afterwards.
  await sql`
    insert into audit_entries (created_at, actor_id, action, subject_kind)
    values (now() - interval '3 years', ${old}, 'role-changed', 'user')`.execute(world.deps.db);
  await sql`select purge_audit_entries(interval '2 years')`.execute(world.deps.db);
  expect(await entriesOf(old)).toHaveLength(1);
  await expect(
    sql`select purge_audit_entries(interval '0')`.execute(world.deps.db),
  ).rejects.toThrow("append-only");
  expect(await entriesOf(young)).toHaveLength(1);
});

it("an entry outlives the account it names", async () => {
  const actorId = await recorded();
  await world.deps.db.deleteFrom("users").where("id", "=", actorId).execute();
  expect(await entriesOf(actorId)).toHaveLength(1);
});
