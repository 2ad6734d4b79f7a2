import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { capturedMailFolder, listCapturedMail } from "#app/platform/captured-mail.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { type SmtpSinkOptions, startSmtpSink } from "#test/support/smtp-sink.ts";
import { waitUntil } from "#test/support/wait-until.ts";
import { startTestWorker } from "#test/support/worker.ts";

const world = setUpDeps();

const mail: Mail = {
  to: { name: "Marisol", address: "marisol@example.com" },
  subject: "Hello",
  text: "t\n",
  html: "<p>h</p>",
};

const enqueue = (one: Mail) =>
  world.deps.db
    .transaction()
    .execute((transaction) => world.deps.tasks.enqueue(transaction, "send-mail", one));

/** States of the mail tasks, oldest first. */
async function states(): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`
    select state from pgboss.job where name = 'send-mail' order by created_on`.execute(
    world.deps.db,
  );
  return rows.map(({ state }) => state);
}

async function startSink(options: SmtpSinkOptions = {}) {
  const sink = await startSmtpSink(options);
  onTestFinished(() => sink.close());
  await sql`delete from pgboss.job where name = 'send-mail'`.execute(world.deps.db);
  return sink;
}

const idsOf = (mails: string[]) => mails.map((one) => /Message-ID: (.+)/.exec(one)?.[1]);

describe("sending mail", () => {
  it("hands each mail over once, soon after its transaction committed", async () => {
    const sink = await startSink();
    await startTestWorker(world, sink.url);
    const started = Date.now();
    await Promise.all(Array.from({ length: 12 }, () => enqueue(mail)));
    await waitUntil(async () => (await states()).every((state) => state === "completed"));
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(sink.mails).toHaveLength(12);
    expect(new Set(idsOf(sink.mails)).size).toBe(12);
  });

  it("tries again with the same Message-ID when the server asks to come back", async () => {
    const sink = await startSink({ answer: (count) => (count === 0 ? "451 later" : "250 kept") });
    await startTestWorker(world, sink.url);
    await enqueue(mail);
    await waitUntil(async () => (await states())[0] === "retry");
    await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(
      world.deps.db,
    );
    await waitUntil(async () => (await states())[0] === "completed");
    const [first, second] = idsOf(sink.mails);
    expect(sink.mails).toHaveLength(2);
    expect(second).toBe(first);
  });

  it("gives up at once on what the server will never take", async () => {
    const sink = await startSink({ answer: () => "550 no such mailbox" });
    await startTestWorker(world, sink.url);
    await enqueue(mail);
    await waitUntil(async () => (await states())[0] === "failed");
    expect(sink.mails).toHaveLength(1);
    const metrics = await world.deps.metrics.registry.metrics();
    expect(metrics).toContain('careercenter_tasks_failed{task="send-mail"} 1');
  });

  it("captures mail for /dev/mail where no server is named", async () => {
    await startSink();
    await startTestWorker(world);
    await enqueue({ ...mail, subject: "Captured" });
    const [captured] = await waitUntil(async () => {
      const mails = await listCapturedMail(capturedMailFolder(world.deps.varDir));
      return mails.length > 0 ? mails : null;
    });
    expect(captured).toMatchObject({ subject: "Captured", to: mail.to });
  });
});
