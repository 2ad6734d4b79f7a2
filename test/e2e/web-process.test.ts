import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { type FreezableProxy, freezableProxy } from "#test/support/freezable-proxy.ts";
import { setUpSite } from "#test/support/site.ts";
import { startWebProcess, type WebProcess } from "#test/support/web-process.ts";

const site = setUpSite();
const running: (WebProcess | FreezableProxy)[] = [];

async function start(env: Record<string, string> = {}): Promise<WebProcess> {
  const web = await startWebProcess({
    DATABASE_URL: site.databaseUrl,
    VAR_DIR: site.varDir,
    ...env,
  });
  running.push(web);
  return web;
}

afterEach(() => {
  for (const one of running.splice(0)) {
    if ("child" in one) one.child.kill("SIGKILL");
    else one.close();
  }
});

const status = async (url: string, init?: RequestInit): Promise<number> => {
  const response = await fetch(url, { redirect: "manual", ...init });
  await response.text();
  return response.status;
};

const post = (origin: string, body: string): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(body),
  headers: { Origin: origin },
});

/** A log-in whose last bytes come after `pause` ms; resolves to all that was answered. */
function slowLogIn({ port }: WebProcess, pause: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", () => resolve(answer));
    const head = [
      "POST /login HTTP/1.1",
      `Host: localhost:${port}`,
      `Origin: http://localhost:${port}`,
      "Content-Type: application/x-www-form-urlencoded",
      "Content-Length: 33",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\nemail=a@example.org`);
    setTimeout(() => socket.write("&password=xxxx"), pause);
  });
}

describe("a web process told to stop", () => {
  it("finishes what it has begun, takes nothing new and ends with 0", async () => {
    const web = await start();
    const answer = slowLogIn(web, 800);
    await sleep(200);
    web.child.kill("SIGTERM");
    await sleep(200);
    await expect(status(`${web.origin}/healthz`)).rejects.toThrow();
    expect(await answer).toMatch(/^HTTP\/1.1 422/);
    expect(await web.ended).toBe(0);
  });

  it("ends when its parent is gone", async () => {
    const web = await start();
    web.child.disconnect();
    expect(await web.ended).toBe(0);
  });
});

describe("a web process whose database", () => {
  it("ends every connection goes on with new ones", async () => {
    const web = await start();
    const logIn = () => status(`${web.origin}/login`, post(web.origin, "email=a@b.org&password=x"));
    expect(await logIn()).toBe(422);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'careercenter-web' and datname = current_database()`.execute(
      site.db,
    );
    await sleep(200);
    expect(await logIn()).toBe(422);
    expect(web.child.exitCode).toBeNull();
  });

  it("freezes says so within seconds, and recovers by itself", async () => {
    const proxy = await freezableProxy(site.databaseUrl);
    running.push(proxy);
    const web = await start({ DATABASE_URL: proxy.url });
    const logIn = () => status(`${web.origin}/login`, post(web.origin, "email=a@b.org&password=x"));
    expect(await logIn()).toBe(422);
    proxy.freeze();
    expect(await status(`${web.origin}/healthz`)).toBe(200);
    expect(await status(`${web.origin}/readyz`)).toBe(503);
    const started = performance.now();
    expect(await logIn()).toBe(503);
    expect(performance.now() - started).toBeLessThan(15_000);
    proxy.thaw();
    await sleep(500);
    expect(await status(`${web.origin}/readyz`)).toBe(200);
    expect(await logIn()).toBe(422);
  });
});
