import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import fc from "fast-check";
import { expect, it } from "vitest";
import { narrowBuild } from "#app/server/narrow-build.ts";

const PATHS: Record<string, { path?: string; index?: boolean; parentId?: string }> = {
  root: { path: "" },
  _index: { index: true, parentId: "root" },
  $: { path: "*", parentId: "root" },
  jobs: { path: "jobs", index: true, parentId: "root" },
  job: { path: "jobs/:slug", index: true, parentId: "root" },
  apply: { path: "jobs/:slug/apply", parentId: "root" },
  draft: { path: "jobs/:slug/apply/draft", parentId: "root" },
  sitemap: { path: "sitemap/:part.xml", parentId: "root" },
  desk: { path: "employer", parentId: "root" },
  deskHome: { index: true, parentId: "desk" },
  deskJobs: { path: "jobs", parentId: "desk" },
  deskJob: { path: "jobs/:jobId", parentId: "desk" },
  deskNew: { path: "jobs/new", parentId: "desk" },
  members: { path: "members/:userId/:step?", parentId: "desk" },
  help: { path: "help/*", parentId: "root" },
};

const build = {
  routes: Object.fromEntries(
    Object.entries(PATHS).map(([id, route]) => [id, { id, ...route, module: {} }]),
  ),
  assets: {
    version: "1",
    routes: Object.fromEntries(Object.keys(PATHS).map((id) => [id, { id }])),
  },
} as unknown as ServerBuild;

type Tree = NonNullable<Parameters<typeof matchRoutes>[0]>;

const tree = (routes: ServerBuild["routes"], parentId?: string): Tree =>
  Object.values(routes)
    .filter((route) => route?.parentId === parentId)
    .map((route) =>
      route?.index
        ? { id: route.id, path: route.path ?? "", index: true }
        : { id: route?.id ?? "", path: route?.path ?? "", children: tree(routes, route?.id) },
    );

const matched = ({ routes }: ServerBuild, path: string) =>
  matchRoutes(tree(routes), path)?.map(({ route, params }) => ({ id: route.id, params }));

const segment = fc.constantFrom(
  ...["jobs", "JOBS", "employer", "members", "new", "apply", "draft", "sitemap", "help"],
  ...["a-job", "%6aobs", "x.xml", "members.data"],
);
const addresses = fc
  .tuple(fc.array(segment, { maxLength: 5 }), fc.constantFrom("", "/"))
  .map(([segments, end]) => `/${segments.join("/")}${segments.length > 0 ? end : ""}`);

it("leaves every route that matches an address or a beginning of it", () => {
  const narrow = narrowBuild(build);
  fc.assert(
    fc.property(addresses, (address) => {
      const part = narrow(address);
      const segments = address.split("/").filter(Boolean);
      const beginnings = segments.map((_, at) => `/${segments.slice(0, at).join("/")}`);
      for (const path of [address, ...beginnings]) {
        expect(matched(part, path)).toEqual(matched(build, path));
      }
    }),
    { numRuns: 2_000 },
  );
});

it("answers a page's data from the routes of the page", () => {
  const narrow = narrowBuild(build);
  expect(matched(narrow("/jobs/a-job.data"), "/jobs/a-job")?.at(-1)?.id).toBe("job");
  expect(matched(narrow("/jobs.data"), "/jobs")?.at(-1)?.id).toBe("jobs");
  expect(matched(narrow("/_root.data"), "/")?.at(-1)?.id).toBe("_index");
});

it("leaves few routes, also in the list the browser is given, and makes each part once", () => {
  const narrow = narrowBuild(build);
  const part = narrow("/jobs/a-job");
  expect(Object.keys(part.routes).sort()).toEqual(["$", "_index", "job", "jobs", "root"]);
  expect(Object.keys(part.assets.routes).sort()).toEqual(Object.keys(part.routes).sort());
  expect(narrow("/jobs/another-job")).toBe(part);
  expect(narrow("/jobs//a-job")).toBe(build);
  expect(narrow("/__manifest")).toBe(build);
});
