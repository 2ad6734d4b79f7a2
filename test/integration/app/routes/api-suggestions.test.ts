import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { loader } from "#app/routes/api.v1.suggestions.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const ask = async (q: string) => {
  const address = `http://localhost:3000/api/v1/suggestions?${new URLSearchParams({ q })}`;
  const response = await loader({
    request: new Request(address),
    params: {},
    context: { deps: world.deps },
  } as unknown as LoaderFunctionArgs);
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=60");
  return await response.json();
};

describe("GET /api/v1/suggestions", () => {
  it("offers by kind what a line may be meant as, employers with open jobs among them", async () => {
    const hiring = await makeEmployer(world.deps.db, { name: "Zyxoria Health" });
    await makeJob(world.deps.db, { employerId: hiring.id });
    await makeEmployer(world.deps.db, { name: "Zyxoria Idle" });
    expect(await ask("remote zyxo")).toEqual({
      q: "remote zyxo",
      groups: [
        {
          kind: "employer",
          label: "Employers",
          items: [
            {
              label: "Zyxoria Health",
              detail: "",
              filter: null,
              rest: "remote",
              href: `/employers/${hiring.slug}`,
            },
          ],
        },
      ],
    });
  });

  it("answers anything with a list, and takes no more than a line's beginning", async () => {
    for (const q of ["", "%", "\u0000", "\uD800", "x".repeat(5_000), "(.*)+$"]) {
      expect(await ask(q)).toMatchObject({ groups: [] });
    }
  });

  it("answers within a few milliseconds once it is warm", async () => {
    await ask("cardiolgy");
    const started = performance.now();
    for (const q of ["remote interventional rad", "houstn", "9359", "certified prof"]) await ask(q);
    expect((performance.now() - started) / 4).toBeLessThan(30);
  });
});
