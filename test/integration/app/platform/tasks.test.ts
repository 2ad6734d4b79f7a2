import { describe, expect, it, onTestFinished } from "vitest";
import type { Mail } from "#app/platform/mail.ts";
import { setUpDeps, testDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const mail = (subject: string): Mail => ({
  to: { name: "Marisol", address: "marisol@example.com" },
  subject,
  text: "t",
  html: "h",
});

const subjects = async () => (await world.mails()).map(({ subject }) => subject);

describe("the task queue", () => {
  it("adds a task if and only if the transaction commits", async () => {
    const { db, tasks } = world.deps;
    await db.transaction().execute(async (transaction) => {
      await tasks.enqueue(transaction, "send-mail", mail("committed"));
      expect(await subjects()).toEqual([]);
    });
    const undone = db.transaction().execute(async (transaction) => {
      await tasks.enqueue(transaction, "send-mail", mail("rolled back"));
      throw new Error("roll back");
    });
    await expect(undone).rejects.toThrow("roll back");
    expect(await subjects()).toEqual(["committed"]);
  });

  it("opens through the caller's connection, so that a full pool cannot wait for itself", async () => {
    const fresh = await testDeps();
    onTestFinished(() => fresh.dispose());
    const { db, tasks } = fresh.deps;
    const burst = Array.from({ length: 18 }, (_, index) =>
      db
        .transaction()
        .execute((transaction) => tasks.enqueue(transaction, "send-mail", mail(`burst ${index}`))),
    );
    await Promise.all(burst);
    expect(await fresh.mails()).toHaveLength(18);
  });
});
