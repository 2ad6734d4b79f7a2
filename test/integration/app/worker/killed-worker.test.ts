import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { setUpDeps } from "#test/support/deps.ts";
import { startSmtpSink } from "#test/support/smtp-sink.ts";
import { waitUntil } from "#test/support/wait-until.ts";
import { startWorkerProcess } from "#test/support/worker-process.ts";

const world = setUpDeps();

const startWorker = (smtpUrl: string, more: Record<string, string> = {}) =>
  startWorkerProcess(world, smtpUrl, more);

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));

const enqueue = () =>
  world.deps.db.transaction().execute((transaction) =>
    world.deps.tasks.enqueue(transaction, "send-mail", {
      to: { name: "Marisol", address: "marisol@example.com" },
      subject: "Hello",
      text: "t\n",
      html: "<p>h</p>",
    }),
  );

describe("the worker's process", () => {
  it("leaves a task that runs again within a minute when it is killed in the middle of it", async () => {
    const sink = await startSmtpSink({ answer: (count) => (count === 0 ? "hang" : "250 kept") });
    onTestFinished(() => sink.close());
    const first = await startWorker(sink.url);
    await enqueue();
    await waitUntil(() => sink.mails.length === 1);
    const killed = Date.now();
    first.kill("SIGKILL");
    await startWorker(sink.url);
    await waitUntil(() => sink.mails.length === 2, 60_000);
    expect(Date.now() - killed).toBeLessThan(60_000);
    const ids = sink.mails.map((mail) => /Message-ID: (.+)/.exec(mail)?.[1]);
    expect(ids[1]).toBe(ids[0]);
  }, 90_000);

  it("stops in order when it is told to", async () => {
    const sink = await startSmtpSink();
    onTestFinished(() => sink.close());
    const child = await startWorker(sink.url);
    const exit = exitOf(child);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
  });

  it("ends when its parent is gone", async () => {
    const sink = await startSmtpSink();
    onTestFinished(() => sink.close());
    const child = await startWorker(sink.url);
    const exit = exitOf(child);
    child.disconnect();
    expect(await exit).toBe(0);
  });

  it("answers whoever watches over it, on a port of its own", async () => {
    const port = await freePort();
    const child = await startWorker("smtp://127.0.0.1:1", { METRICS_PORT: String(port) });
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect((await ask("/healthz")).status).toBe(200);
    expect(await (await ask("/metrics")).text()).toContain("# TYPE");
    const ended = exitOf(child);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});

/** A port nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
