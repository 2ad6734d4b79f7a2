import { data } from "@remix-run/node";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { startSession } from "#app/auth/sessions.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { createDb } from "#db/client.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpApp } from "#test/support/guarded-app.ts";
import { rawRequest, requestText } from "#test/support/raw-request.ts";
import { remixBuild } from "#test/support/remix-build.ts";

type Ask = { request: Request; context: import("@remix-run/node").AppLoadContext };

const state = { draining: false };

const app = setUpApp(
  remixBuild({
    who: {
      loader: handled(async ({ context }: Ask) => ({
        email: (await context.viewer())?.email ?? null,
        ip: context.ip,
      })),
    },
    cached: {
      loader: async () => data({ ok: true }),
      headers: () => ({ "Cache-Control": "public, max-age=60" }),
    },
    long: { loader: async () => ({ text: "medical coding ".repeat(500) }) },
    garbage: {
      loader: handled(async ({ context }: Ask) => {
        await sql`select ${"\u0000"}::text`.execute(context.deps.db);
        return {};
      }),
    },
    killed: {
      loader: handled(async ({ context }: Ask) => {
        await context.deps.db.transaction().execute(async (trx) => {
          await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
        });
        return {};
      }),
    },
    outside: {
      default: undefined,
      loader: async () => {
        throw new Error("secret detail");
      },
    },
  }),
  { trustedProxy: "127.0.0.1", isDraining: () => state.draining },
);

const HOST = { Host: "localhost:3000" };
const get = (path: string, headers: Record<string, string> = {}) =>
  rawRequest(app.port, requestText(`GET ${path}`, { ...HOST, ...headers }));

describe("the app", () => {
  it("lets only the trusted proxy speak for a client, and never for a host", async () => {
    const forwarded = { "X-Forwarded-For": "203.0.113.5", "X-Forwarded-Host": "evil.example" };
    expect((await get("/who", forwarded)).body).toContain('"ip":"203.0.113.5"');
    expect((await get("/who")).body).toContain('"ip":"127.0.0.1"');
  });

  it("never lets pages of signed-in people be stored, and keeps a page's own caching", async () => {
    const user = await makeUser(app.world.deps.db);
    const device = { ip: "192.0.2.1", userAgent: "" };
    const cookie = await startSession(app.world.deps, user.id, device);
    const own = await get("/who", { Cookie: cookie.split(";")[0] ?? "" });
    expect(own.body).toContain(user.email);
    expect(own.head).toMatch(/^Cache-Control: no-store$/im);
    expect(own.head).toMatch(/^Vary: .*Cookie/im);
    expect((await get("/who")).head).toMatch(/^Cache-Control: private, no-cache$/im);
    expect((await get("/cached")).head).toMatch(/^Cache-Control: public, max-age=60$/im);
  });

  it("compresses text for those who can read it", async () => {
    const accept = { "Accept-Encoding": "br, gzip" };
    expect((await get("/long", accept)).head).toMatch(/^Content-Encoding: br$/im);
    expect((await get("/long")).head).not.toMatch(/^Content-Encoding/im);
  });

  it("answers 400 to what Postgres cannot store and 503 when it is gone, and goes on", async () => {
    expect((await get("/garbage")).status).toBe(400);
    expect((await get("/killed")).status).toBe(503);
    expect((await get("/who")).status).toBe(200);
  });

  it("keeps what went wrong to itself", async () => {
    const answer = await get("/outside");
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain("secret detail");
  });

  it("gives a person a page and a program a line", async () => {
    const page = await get("/%00", { Accept: "text/html" });
    expect(page.head).toMatch(/^Content-Type: text\/html/im);
    expect(page.body).toContain("<h1>We could not read that address</h1>");
    expect((await get("/%00")).head).toMatch(/^Content-Type: text\/plain/im);
  });
});

describe("health", () => {
  it("is told to whoever asks, by whatever name", async () => {
    for (const path of ["/healthz", "/readyz"]) {
      expect((await get(path, { Host: "10.1.2.3:3000" })).status).toBe(200);
    }
  });

  it("is not ready while stopping, and asks clients to go elsewhere", async () => {
    state.draining = true;
    const answer = await get("/readyz");
    state.draining = false;
    expect(answer.status).toBe(503);
    expect(answer.head).toMatch(/^Connection: close$/im);
    expect((await get("/healthz")).status).toBe(200);
  });
});

describe("with the database unreachable", () => {
  const db = createDb({ url: "postgres://nobody@127.0.0.1:1/none" });
  const lost = setUpApp(remixBuild({ who: { loader: async () => ({}) } }), {
    deps: new Proxy({} as typeof app.world.deps, {
      get: (_target, name) => (name === "db" ? db : Reflect.get(app.world.deps, name)),
    }),
    resolveViewer: () => Promise.resolve(null),
  });

  it("the process lives and is not ready", async () => {
    const ask = (path: string) => rawRequest(lost.port, requestText(`GET ${path}`));
    expect((await ask("/healthz")).status).toBe(200);
    const ready = await ask("/readyz");
    expect(ready.status).toBe(503);
    expect(ready.body).toContain('"database":"unreachable"');
    await db.destroy();
  });
});
