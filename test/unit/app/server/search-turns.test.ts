import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express, { type Response } from "express";
import { afterEach, expect, it } from "vitest";
import { searchesInTurn } from "#app/server/search-turns.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server whose searches are answered when told to, oldest first. */
async function world() {
  const begun: Response[] = [];
  const app = express();
  app.use(searchesInTurn(2));
  app.get(["/jobs", "/api/v1/jobs"], (_req, res) => void begun.push(res));
  app.get("/jobs/:slug", (_req, res) => void res.send("a job"));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, signal?: AbortSignal) =>
    fetch(`${origin}${path}`, { signal: signal ?? null }).then((answer) => answer.text());
  return { begun, ask };
}

it("begins a search when one of those under way is answered, in the order they came", async () => {
  const { begun, ask } = await world();
  const answers = ["/jobs?q=1", "/api/v1/jobs?q=2", "/jobs?q=3"].map((path) => ask(path));
  await expect.poll(() => begun.length).toBe(2);
  begun[0]?.send("first");
  await expect.poll(() => begun.length).toBe(3);
  begun[1]?.send("second");
  begun[2]?.send("third");
  expect((await Promise.all(answers)).toSorted()).toEqual(["first", "second", "third"]);
});

it("lets every other page past the searches that wait", async () => {
  const { begun, ask } = await world();
  const searches = [1, 2, 3, 4].map((q) => ask(`/jobs?q=${q}`));
  await expect.poll(() => begun.length).toBe(2);
  expect(await ask("/jobs/a-job")).toBe("a job");
  for (let answered = 0; answered < 4; answered += 1) {
    await expect.poll(() => begun.length).toBeGreaterThan(answered);
    begun[answered]?.send("found");
  }
  expect(await Promise.all(searches)).toEqual(Array(4).fill("found"));
});

it("passes the turn on when whoever asked has left, in line or not", async () => {
  const { begun, ask } = await world();
  const leave = new AbortController();
  const gone = [1, 2, 3].map((q) => ask(`/jobs?q=${q}`, leave.signal).catch(() => "left"));
  await expect.poll(() => begun.length).toBe(2);
  leave.abort();
  expect(await Promise.all(gone)).toEqual(["left", "left", "left"]);
  const late = ask("/jobs?q=late");
  await expect.poll(() => begun.length).toBe(3);
  begun[2]?.send("found");
  expect(await late).toBe("found");
});
