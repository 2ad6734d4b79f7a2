import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { loader as familiesLoader } from "#app/routes/api.v1.code-families.ts";
import { loader } from "#app/routes/api.v1.jobs.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";

const world = setUpDeps();

const args = (path: string, headers: Record<string, string> = {}): LoaderFunctionArgs =>
  ({
    request: new Request(`http://localhost:3000${path}`, { headers }),
    params: {},
    context: { deps: world.deps },
  }) as unknown as LoaderFunctionArgs;

const get = (path: string, headers?: Record<string, string>) => loader(args(path, headers));

describe("GET /api/v1/jobs", () => {
  it("answers the shape it promises", async () => {
    const job = await makeJob(world.deps.db);
    await indexJobs(world.deps);
    const response = await get("/api/v1/jobs?q=92920&radius=abc&page=-4&family=nope");
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toContain("application/json");
    expect(response.headers.get("X-Search-Backend")).toBe("meilisearch");
    expect(await response.json()).toMatchObject({
      hits: [
        {
          id: job.id,
          slug: job.slug,
          title: job.title,
          employer: { name: expect.any(String), slug: expect.any(String) },
          specialty: "interventional-cardiology",
          families: [{ id: "cpt-coronary-intervention", level: "must", range: "92920–92998" }],
          url: `http://localhost:3000/jobs/${job.slug}`,
        },
      ],
      total: 1,
      page: 1,
      pageSize: 20,
      facets: { family: { cpt: 1 }, credential: { "not-stated": 1 } },
      interpreted: { codes: [{ code: "92920", system: "cpt" }], near: null },
      backend: "meilisearch",
      tookMs: expect.any(Number),
    });
  });

  it("spares the body to a client that holds it, and only while it is true", async () => {
    const etag = (await get("/api/v1/jobs")).headers.get("ETag") ?? "";
    const same = await get("/api/v1/jobs", { "If-None-Match": etag });
    expect(same.status).toBe(304);
    expect(await same.text()).toBe("");
    await makeJob(world.deps.db);
    await indexJobs(world.deps);
    expect((await get("/api/v1/jobs", { "If-None-Match": etag })).status).toBe(200);
  });

  it("never shows a draft or a paused job", async () => {
    const draft = await makeJob(world.deps.db, { status: "draft" });
    const paused = await makeJob(world.deps.db, { status: "paused" });
    await indexJobs(world.deps);
    const { hits } = (await (await get("/api/v1/jobs")).json()) as { hits: { id: string }[] };
    const ids = hits.map(({ id }) => id);
    expect(ids).not.toContain(draft.id);
    expect(ids).not.toContain(paused.id);
  });
});

describe("GET /api/v1/code-families", () => {
  it("answers what the picker shows", async () => {
    const response = await familiesLoader(args("/api/v1/code-families?q=93590"));
    const [first] = (await response.json()) as unknown[];
    expect(first).toEqual({
      id: "cpt-structural-paravalvular",
      label: "Paravalvular leak closure",
      range: "93590–93592",
      system: "cpt",
      systemLabel: "CPT",
      path: ["CPT", "Medicine: cardiovascular"],
    });
  });

  it("answers nothing for nothing", async () => {
    expect(await (await familiesLoader(args("/api/v1/code-families"))).json()).toEqual([]);
  });
});
