import { data } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { safePath } from "#app/web/safe-redirect.ts";
import { setUpApp } from "#test/support/guarded-app.ts";
import { rawRequest, requestText } from "#test/support/raw-request.ts";
import { remixBuild } from "#test/support/remix-build.ts";

const action = handled(async ({ request }: { request: Request }) => {
  const form = await readForm(request);
  return data({ size: [...form].length, back: safePath(form.get("redirectTo")) });
});

const app = setUpApp(
  remixBuild({
    form: { loader: async () => ({ ok: true }), action },
    "x/:id": { loader: async () => ({ ok: true }) },
    resource: { default: undefined, action },
  }),
);

const HOST = { Host: "localhost:3000" };
const OWN = { ...HOST, Origin: "http://localhost:3000" };
const URLENCODED = { "Content-Type": "application/x-www-form-urlencoded" };

const post = (path: string, headers: Record<string, string>, body = "a=1") =>
  requestText(`POST ${path}`, { ...headers, "Content-Length": String(body.length) }, body);

const multipart = (body: string, boundary = "; boundary=b") =>
  post("/form", { ...OWN, "Content-Type": `multipart/form-data${boundary}` }, body);

// Each of these made Remix 2.17.5 on plain Express answer 5xx, or is a neighbour of one that did.
const HOSTILE: readonly [name: string, request: string, statuses: readonly number[]][] = [
  ["a Host with a space", requestText("GET /form", { Host: "a b" }), [400, 421]],
  ["a Host of a percent sign", requestText("GET /form", { Host: "%" }), [421]],
  ["a Host with an impossible port", requestText("GET /form", { Host: "x:99999" }), [421]],
  ["somebody else's Host", requestText("GET /form", { Host: "evil.example" }), [421]],
  ["an empty Host", requestText("GET /form", { Host: "" }), [421]],
  ["no Host", requestText("GET /form", {}), [400, 421]],
  [
    "two Hosts",
    "GET /form HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
    [400, 421],
  ],
  [
    "a forwarded host with an impossible port",
    requestText("GET /form", { ...HOST, "X-Forwarded-Host": "evil.example:99999" }),
    [200],
  ],
  ["TRACE", requestText("TRACE /form"), [405]],
  ["PUT", requestText("PUT /form", { ...OWN, "Content-Length": "0" }), [405]],
  ["DELETE", requestText("DELETE /form", OWN), [405]],
  ["OPTIONS", requestText("OPTIONS /form"), [204]],
  ["OPTIONS *", requestText("OPTIONS *"), [204, 400]],
  ["HEAD on a data request", requestText("HEAD /form.data"), [405]],
  ["a path that does not decode", requestText("GET /x/%E0%A4%A"), [400]],
  ["a NUL in the path", requestText("GET /x/%00"), [400]],
  ["a line break in the path", requestText("GET /x/%0d%0aa"), [400]],
  ["a path of two slashes", requestText("GET //evil.example/x"), [400]],
  ["an absolute target", requestText("GET http://evil.example/"), [400]],
  ["a target of 5,000 characters", requestText(`GET /${"x".repeat(5_000)}`), [400]],
  ["_data", requestText("GET /form?_data=routes%2Fform"), [400]],
  ["_data in disguise", requestText("GET /form?%5Fdata=routes%2Fform"), [400]],
  ["a POST with _data", post("/form?_data=form", { ...OWN, ...URLENCODED }), [400]],
  [
    "a foreign Origin",
    post("/form", { ...HOST, ...URLENCODED, Origin: "http://evil.example" }),
    [403],
  ],
  ["a malformed Origin", post("/form", { ...HOST, ...URLENCODED, Origin: "%%%" }), [403]],
  ["a null Origin", post("/form", { ...HOST, ...URLENCODED, Origin: "null" }), [403]],
  ["no Origin", post("/form", { ...HOST, ...URLENCODED }), [403]],
  [
    "an Origin of the other scheme",
    post("/form", { ...HOST, ...URLENCODED, Origin: "https://localhost:3000" }),
    [403],
  ],
  [
    "a cross-site fetch",
    post("/form", { ...OWN, ...URLENCODED, "Sec-Fetch-Site": "cross-site" }),
    [403],
  ],
  [
    "a foreign Origin on a resource route",
    post("/resource", { ...HOST, ...URLENCODED, Origin: "http://evil.example" }),
    [403],
  ],
  ["multipart without a boundary", multipart("x", ""), [415]],
  [
    "a truncated multipart",
    multipart('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx'),
    [400],
  ],
  ["JSON to a form", post("/form", { ...OWN, "Content-Type": "application/json" }, "{}"), [415]],
  [
    "a body without a length",
    requestText(
      "POST /form",
      { ...OWN, ...URLENCODED, "Transfer-Encoding": "chunked" },
      "1\r\na\r\n0\r\n\r\n",
    ),
    [411],
  ],
  [
    "a body of 20 MB",
    requestText("POST /form", { ...OWN, ...URLENCODED, "Content-Length": "20000000" }),
    [413],
  ],
  [
    "a redirect with a line break",
    post("/form", { ...OWN, ...URLENCODED }, "redirectTo=%2Fx%0d%0aa"),
    [200],
  ],
  [
    "a malformed cookie",
    requestText("GET /form", { ...HOST, Cookie: "a=%E0%A4%A; session=%00x" }),
    [200],
  ],
  [
    "a manifest of a path that does not decode",
    requestText("GET /__manifest?version=1&p=%2F%25E0%25A4%25A"),
    [400],
  ],
  ["an unknown route in _routes", requestText("GET /form.data?_routes=nope"), [200, 400, 404]],
];

describe("a hostile request", () => {
  it.each(HOSTILE)(
    "with %s is refused or harmless, never an error of ours",
    async (_name, text, statuses) => {
      const answer = await rawRequest(app.port, text);
      expect(statuses).toContain(answer.status);
      expect(answer.body).not.toMatch(/\bat .+\.(ts|js):\d+/);
    },
  );

  it("is answered 405 with the methods there are", async () => {
    const { head } = await rawRequest(app.port, requestText("TRACE /form"));
    expect(head).toMatch(/^Allow: GET, HEAD, POST$/m);
  });

  it("does not keep an honest one from working", async () => {
    const answer = await rawRequest(app.port, post("/form", { ...OWN, ...URLENCODED }));
    expect(answer.status).toBe(200);
    const page = await rawRequest(app.port, requestText("GET /form"));
    expect(page.status).toBe(200);
    expect(page.head).toMatch(/^X-Request-Id: [0-9a-f-]{36}$/m);
    expect(page.head).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/);
    expect(page.head).not.toMatch(/unsafe-inline|X-Powered-By/i);
    const head = await rawRequest(app.port, requestText("HEAD /form"));
    expect([head.status, head.body]).toEqual([200, ""]);
  });
});
