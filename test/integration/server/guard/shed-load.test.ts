import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { shedLoad } from "#app/server/guard/shed-load.ts";
import { listen } from "#app/server/listen.ts";

const held: (() => void)[] = [];
let origin = "";
let close = () => {};

beforeAll(async () => {
  const app = express();
  const limits = { anonymous: 2, everyone: 4, loopDelayMs: 60_000 };
  app.use(shedLoad((cookie) => cookie === "session=mine", limits));
  app.use((_req, res) => {
    held.push(() => res.end("done"));
  });
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.closeAllConnections();
});
afterAll(() => close());

const ask = async (init?: RequestInit) => {
  const response = await fetch(origin, init);
  await response.text();
  return response;
};

const until = async (count: number) => {
  while (held.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
};

const signedIn = { headers: { Cookie: "session=mine" } };

it("refuses anonymous reads first, then everything, and recovers", async () => {
  const first = [ask(), ask()];
  await until(2);
  const shed = await ask();
  expect(shed.status).toBe(503);
  expect(shed.headers.get("Retry-After")).toBe("2");
  const reserved = [ask(signedIn), ask({ method: "POST" })];
  await until(4);
  expect((await ask(signedIn)).status).toBe(503);
  for (const finish of held.splice(0)) finish();
  const answers = await Promise.all([...first, ...reserved]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const later = ask();
  await until(1);
  for (const finish of held.splice(0)) finish();
  expect((await later).status).toBe(200);
});
