import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildWhenStale } from "#app/server/supervisor/build-when-stale.ts";
import { freePort } from "#db/free-port.ts";
import { processesOf, runStart, type StartCommand } from "#test/support/start-command.ts";
import { waitUntil } from "#test/support/wait-until.ts";

let varDir: string;
let port: number;
const running: StartCommand[] = [];

const start = (dir = varDir, at = port, env = {}) => {
  const command = runStart(dir, at, env);
  running.push(command);
  return command;
};
const untilNothingRuns = (dir = varDir) => waitUntil(() => processesOf(dir).length === 0, 20_000);
const ask = async (where: string) => (await fetch(`http://localhost:${port}${where}`)).status;

// A folder closed to others, as mktemp makes them: as root, PostgreSQL's own user must still get through.
const temporaryFolder = () => mkdtemp(path.join(tmpdir(), "careercenter-start-"));

beforeAll(async () => {
  await buildWhenStale(() => {});
  [varDir, port] = await Promise.all([temporaryFolder(), freePort()]);
}, 180_000);
afterEach(async () => {
  for (const command of running.splice(0)) {
    command.process.kill("SIGTERM");
    await command.ended;
  }
});
afterAll(() => rm(varDir, { recursive: true, force: true }));

describe("npm start", { timeout: 120_000 }, () => {
  it("makes everything on the first start, says who can log in, and Ctrl-C ends all of it", async () => {
    const first = start();
    await first.untilReady();
    expect(first.output()).toContain(`CareerCenter ready on http://localhost:${port}`);
    expect(await ask("/")).toBe(200);
    const file = path.join(varDir, "demo-accounts.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const accounts: { role: string; email: string; password: string }[] = JSON.parse(
      await readFile(file, "utf8"),
    );
    expect(accounts.map(({ role }) => role)).toEqual(
      expect.arrayContaining(["applicant", "employer", "admin"]),
    );
    for (const { password } of accounts) expect(first.output()).toContain(password);
    first.process.kill("SIGINT");
    expect(await first.ended).toBe(0);
    await untilNothingRuns();
  });

  it("keeps its state, seeds only once, and refuses a second one on the same VAR_DIR", async () => {
    const before = await readFile(path.join(varDir, "demo-accounts.json"), "utf8");
    const again = start();
    await again.untilReady();
    expect(again.output()).not.toContain("Demo accounts");
    expect(await readFile(path.join(varDir, "demo-accounts.json"), "utf8")).toBe(before);

    const second = start(varDir, await freePort());
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/already runs on .* Stop it first/);
    expect(await ask("/healthz")).toBe(200);
    again.process.kill("SIGTERM");
    expect(await again.ended).toBe(0);
    await untilNothingRuns();
  });

  it("leaves nothing behind when it is killed, and starts again at once", async () => {
    const killed = start();
    await killed.untilReady();
    killed.process.kill("SIGKILL");
    await killed.ended;
    const next = start();
    await next.untilReady();
    expect(await ask("/")).toBe(200);
    next.process.kill("SIGKILL");
    await untilNothingRuns();
  });

  it("starts each of its processes again when one is killed", async () => {
    const command = start(varDir, port, { WEB_PROCESSES: "2" });
    await command.untilReady();
    const { children } = JSON.parse(await readFile(path.join(varDir, "running.json"), "utf8"));
    // Two web processes and the worker.
    expect(children).toHaveLength(3);
    for (const pid of children) process.kill(pid, "SIGKILL");
    const postmaster = path.join(varDir, "postgres/data/postmaster.pid");
    process.kill(Number.parseInt(await readFile(postmaster, "utf8"), 10), "SIGKILL");
    process.kill(Number(await readFile(path.join(varDir, "meilisearch/pid"), "utf8")), "SIGKILL");
    const isReady = async () => {
      const response = await fetch(`http://localhost:${port}/readyz`).catch(() => null);
      return response?.ok && (await response.json()).search === "ok";
    };
    await waitUntil(async () => !(await isReady()), 10_000);
    await waitUntil(isReady, 30_000);
  });

  it("starts once when two start at the same moment", async () => {
    const [one, other] = [start(), start()];
    const loser = await Promise.race([one.ended.then(() => one), other.ended.then(() => other)]);
    expect(loser.output()).toContain("already runs on");
    await (loser === one ? other : one).untilReady();
  });
});

describe("npm start refuses in a sentence", { timeout: 60_000 }, () => {
  it("a port that is taken", async () => {
    const other = createServer();
    const taken = await freePort();
    await new Promise<void>((resolve) => other.listen(taken, "127.0.0.1", resolve));
    const command = start(varDir, taken);
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain(`Port ${taken} on 127.0.0.1 is taken by another program.`);
    other.close();
  });

  it("a half-written data directory, which it leaves alone", async () => {
    const half = await temporaryFolder();
    const data = path.join(half, "postgres/data");
    await mkdir(path.join(data, "base"), { recursive: true });
    const command = start(half);
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain(`${data} is only half written`);
    expect((await stat(path.join(data, "base"))).isDirectory()).toBe(true);
    await untilNothingRuns(half);
    await rm(half, { recursive: true, force: true });
  });

  it("a Meilisearch binary that is not there", async () => {
    const command = start(varDir, port, { MEILI_BINARY: "/nowhere/meilisearch" });
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain("MEILI_BINARY names /nowhere/meilisearch");
    await untilNothingRuns();
  });

  it("a VAR_DIR that cannot be written to", async () => {
    const file = path.join(varDir, "a-file");
    await writeFile(file, "");
    const command = start(path.join(file, "var"));
    expect(await command.ended).toBe(1);
    expect(command.output()).toMatch(/We cannot write to .*a-file\/var .* set VAR_DIR/);
  });

  it("a bad environment, one line per variable", async () => {
    const command = start(varDir, port, { APP_ORIGIN: "example.org", LOG_LEVEL: "loud" });
    expect(await command.ended).toBe(1);
    expect(command.output().trim().split("\n")).toEqual([
      "APP_ORIGIN must be a URL starting with http:// or https://.",
      "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.",
    ]);
  });
});
