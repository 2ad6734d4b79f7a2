import type { EntryContext } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { keepPage, keptPage, renderedKey } from "#app/web/rendered-pages.server.ts";

interface Shown {
  url?: string;
  method?: string;
  viewer?: object | null;
  requestId?: string;
  own?: unknown;
  handle?: object;
  errors?: object | null;
}

function keyOf({
  url = "http://localhost/jobs",
  method = "GET",
  viewer = null,
  requestId = "id-1",
  own = { title: "Cardiology Coder" },
  handle = { sameForEveryone: true },
  errors = null,
}: Shown = {}): string | null {
  const context = {
    staticHandlerContext: {
      matches: [{ route: { id: "root" } }, { route: { id: "routes/jobs" } }],
      loaderData: { root: { viewer, appearance: "system", requestId }, "routes/jobs": own },
      actionData: null,
      errors,
    },
    routeModules: { "routes/jobs": { handle } },
  } as unknown as EntryContext;
  return renderedKey(new Request(url, { method }), context);
}

describe("A page's key", () => {
  it("is the same for two requests that read the same", () => {
    expect(keyOf()).toBe(keyOf({ requestId: "id-2" }));
  });

  it("is another when what was read is another: a job that closed is not shown from memory", () => {
    expect(keyOf({ own: { title: "Cardiology Coder", open: false } })).not.toBe(keyOf());
    expect(keyOf({ url: "http://localhost/jobs?page=2" })).not.toBe(keyOf());
  });

  it("is none for a signed-in person, an error, or a route that is not the same for everyone", () => {
    expect(keyOf({ viewer: { name: "Ada" } })).toBeNull();
    expect(keyOf({ errors: { "routes/jobs": new Error("no") } })).toBeNull();
    expect(keyOf({ handle: {} })).toBeNull();
    expect(keyOf({ method: "POST" })).toBeNull();
  });
});

describe("A kept page", () => {
  it("carries the marks of the answer it is sent with, never those of another", () => {
    const page = (nonce: string, id: string) => `<script nonce="${nonce}">${id}</script>${nonce}`;
    keepPage("one", page("bm9uY2U=", "id-1"), { nonce: "bm9uY2U=", requestId: "id-1" });
    expect(keptPage("one", { nonce: "b3RoZXI=", requestId: "id-2" })).toBe(
      page("b3RoZXI=", "id-2"),
    );
  });

  it("gives way once newer ones need its room", () => {
    const marks = { nonce: "n0nce", requestId: "id-1" };
    const large = "x".repeat(9 * 1024 * 1024);
    for (const key of ["a", "b", "c"]) keepPage(key, large, marks);
    keptPage("a", marks);
    keepPage("d", large, marks);
    expect(keptPage("b", marks)).toBeNull();
    expect(keptPage("a", marks)).toHaveLength(large.length);
  });
});
