import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { logIn } from "#app/features/accounts/log-in.server.ts";
import { endAdministrator, makeAdmin } from "#app/features/accounts/make-admin.server.ts";
import { resetPassword } from "#app/features/accounts/reset-password.server.ts";
import { readAuditPage } from "#app/features/admin/read-audit.server.ts";
import { readBoard } from "#app/features/admin/read-board.server.ts";
import { askForRebuild, decideTask } from "#app/features/admin/task-decisions.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { deleteSentMails, listFailedTasks } from "#db/queries/board-tasks.ts";
import { makeUser, unique } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const device = { ip: "192.0.2.1", userAgent: "Firefox" };
const adminId = randomUUID();

/** A mail whose last try failed. */
async function failedMail(subject: string): Promise<string> {
  const { db, tasks } = world.deps;
  const to = { name: "", address: "nobody@example.com" };
  await db
    .transaction()
    .execute((trx) => tasks.enqueue(trx, "send-mail", { to, subject, text: "t", html: "h" }));
  const { rows } = await sql<{ id: string }>`
    update pgboss.job set state = 'failed', completed_on = now(), output = '{"message": "550 no such box"}'
    where name = 'send-mail' and data->>'subject' = ${subject} returning id`.execute(db);
  return rows[0]?.id ?? "";
}
const stateOf = async (id: string) =>
  (
    await sql<{ state: string }>`select state from pgboss.job where id = ${id}`.execute(
      world.deps.db,
    )
  ).rows[0]?.state;

describe("a failed task", () => {
  it("is shown with what went wrong and without its payload", async () => {
    const id = await failedMail(`Hello ${unique()}`);
    const tasks = await listFailedTasks(world.deps.db, { limit: 100, offset: 0 });
    const task = tasks.find((one) => one.id === id);
    expect(task).toMatchObject({ name: "send-mail", error: "550 no such box" });
    expect(JSON.stringify(task)).not.toContain("nobody@example.com");
    expect(await readBoard(world.deps)).toContainEqual(
      expect.objectContaining({ to: "/admin/tasks", count: tasks.length }),
    );
  });

  it("is tried again, or dropped for good, once each", async () => {
    const again = await failedMail(`Again ${unique()}`);
    const gone = await failedMail(`Gone ${unique()}`);
    await decideTask(world.deps, { adminId, taskId: again, action: "retry" });
    await decideTask(world.deps, { adminId, taskId: gone, action: "drop" });
    expect(await stateOf(again)).toBe("retry");
    expect(await stateOf(gone)).toBeUndefined();
    await expect(
      decideTask(world.deps, { adminId, taskId: gone, action: "retry" }),
    ).rejects.toThrow("no longer in the list");
  });

  it("is kept when sent mails are forgotten", async () => {
    const failed = await failedMail(`Kept ${unique()}`);
    const sent = await failedMail(`Sent ${unique()}`);
    await sql`
      update pgboss.job set state = 'completed', completed_on = now() - interval '1 hour' where id = ${sent}`.execute(
      world.deps.db,
    );
    await deleteSentMails(world.deps.db);
    expect(await stateOf(failed)).toBe("failed");
    expect(await stateOf(sent)).toBeUndefined();
  });
});

it("a new index is asked for once while one waits to be built", async () => {
  await Promise.all([1, 2, 3].map(() => askForRebuild(world.deps, { adminId })));
  expect(await world.tasks("rebuild-search")).toHaveLength(1);
});

describe("the log's page", () => {
  const read = (query: Record<string, string>) =>
    readAuditPage(world.deps, new URLSearchParams(query));

  it("shows every entry once from page to page, while new ones come", async () => {
    const actor = randomUUID();
    const write = (n: number) =>
      recordAudit(world.deps.db, {
        actorId: actor,
        action: "profile-viewed",
        subjectKind: "profile",
        subjectId: randomUUID(),
        details: { n },
      });
    for (let n = 0; n < 120; n += 1) await write(n);
    const seen: string[] = [];
    let page = await read({ actor });
    seen.push(...page.entries.map(({ id }) => id));
    while (page.olderFrom !== null) {
      await write(1_000);
      page = await read({ actor, before: String(page.olderFrom) });
      seen.push(...page.entries.map(({ id }) => id));
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it("is narrowed by who, what, to what and when; a wrong value narrows nothing", async () => {
    const actor = randomUUID();
    const subject = randomUUID();
    const entry = { actorId: actor, subjectKind: "job", subjectId: subject } as const;
    await recordAudit(world.deps.db, { ...entry, action: "job-approved" });
    await recordAudit(world.deps.db, { ...entry, action: "job-removed" });
    const count = async (query: Record<string, string>) => (await read(query)).entries.length;
    const today = new Date().toISOString().slice(0, 10);
    expect(await count({ subject, action: "job-removed" })).toBe(1);
    expect(await count({ actor, from: today, to: today })).toBe(2);
    expect(await count({ actor: `${unique()}@example.org` })).toBe(0);
    expect(await count({ actor, to: "2001-01-01" })).toBe(0);
    expect(await count({ actor, from: "2026-02-31", action: "nonsense", before: "x" })).toBe(2);
  });
});

describe("the command that makes administrators", () => {
  it("answers a link that sets the password once, and ends them again", async () => {
    const email = `${unique()}@example.org`;
    const { link } = await makeAdmin(world.deps, email);
    const token = link.split("/").at(-1) ?? "";
    const password = "a good long passphrase";
    const { kind } = await resetPassword(world.deps, { token, password, ...device });
    expect(kind).toBe("admin");
    await expect(resetPassword(world.deps, { token, password, ...device })).rejects.toThrow();
    const attempt = { email, password, cookieHeader: null, ...device };
    expect(await logIn(world.deps, attempt)).toMatchObject({ outcome: "in", kind: "admin" });
    expect(await endAdministrator(world.deps, email)).toBe(true);
    expect(await logIn(world.deps, attempt)).toMatchObject({ outcome: "suspended" });
  });

  it("makes nobody an administrator who is an applicant or an employer", async () => {
    const { email } = await makeUser(world.deps.db);
    await expect(makeAdmin(world.deps, email)).rejects.toThrow("already");
    expect(await endAdministrator(world.deps, email)).toBe(false);
  });
});

describe("a page of the audit log", () => {
  const read = (address: string) => readAuditPage(world.deps, new URLSearchParams(address));

  it("shows what one person did, by address or id", async () => {
    const { db } = world.deps;
    const actor = await makeUser(db);
    const [action, subjectKind] = ["account-exported", "user"] as const;
    await recordAudit(db, { actorId: actor.id, action, subjectKind, subjectId: actor.id });
    for (const asked of [actor.email, actor.id, actor.email.toUpperCase()]) {
      const { entries, unknown } = await read(`actor=${encodeURIComponent(asked)}`);
      expect(entries).toHaveLength(1);
      expect(unknown).toEqual([]);
    }
  });

  it.each(["nobody@example.com", "Dana", "42"])(
    "shows nothing for %s, whom nobody knows, and says so",
    async (name) => {
      expect(await read(`actor=${name}`)).toMatchObject({
        entries: [],
        unknown: [`No account has the address or id “${name}”.`],
      });
      expect(await read("subject=none")).toMatchObject({
        entries: [],
        unknown: ["“none” is not an id."],
      });
    },
  );
});
