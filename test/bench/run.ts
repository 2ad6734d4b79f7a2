import { fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { measureCrowd } from "./crowd.ts";
import { measureFootprint } from "./footprint.ts";
import { load, type Measured, median, type Target } from "./load.ts";
import { measurePublishing } from "./publishing.ts";
import {
  enginePayloads,
  listCodes,
  listFamilies,
  listFilters,
  listSearches,
  listSlugs,
  listTyped,
} from "./requests.ts";
import { type BenchSite, openJobs, startBenchSite } from "./site.ts";
import {
  describeCrowd,
  describeFootprint,
  describeRows,
  describeWrites,
  HELLO,
  SIXTEEN,
} from "./table.ts";

const { values } = parseArgs({
  options: {
    jobs: { type: "string", default: "100000" },
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "3" },
    // What a browser sends; "identity" leaves compression out.
    encoding: { type: "string", default: "gzip, deflate, br" },
    // Only rows whose name holds one of these (between semicolons), and nothing of the writes.
    only: { type: "string", default: "" },
  },
});
const CONNECTIONS = [1, 16];

const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);
const print = (text: string) => void process.stdout.write(`${text}\n`);

/** Every row that is measured; the two it is compared with among them. */
async function targets(site: BenchSite): Promise<Map<string, Target>> {
  const { db, origin, meili, search, fallback } = site;
  const asBrowser = { "accept-encoding": values.encoding };
  const asProgram = { "accept-encoding": "identity" };
  const asWebProcess = {
    ...asProgram,
    authorization: `Bearer ${meili.key}`,
    "content-type": "application/json",
  };
  const searches = await listSearches(db);
  const one = searches.slice(0, 1);
  const index = search.jobsIndex;
  const pages = (paths: readonly string[], headers = asBrowser): Target => ({
    origin,
    headers,
    requests: paths.map((path) => ({ path })),
  });
  const engine = async (asked: readonly string[], withFacets: boolean): Promise<Target> => ({
    origin: meili.url,
    headers: asWebProcess,
    requests: (await enginePayloads(db, asked, { index, withFacets })).map((body) => ({
      path: "/multi-search",
      body,
    })),
  });
  const hello = await startHello();
  const under = (path: string) => (query: string) => `${path}${query}`;
  return new Map([
    [HELLO, hello],
    [SIXTEEN, { ...hello, requests: [{ path: "/page" }] }],
    ["empty route", pages(["/dev/empty"])],
    ["/jobs, distinct searches", pages(searches.map(under("/jobs?")))],
    ["/jobs, one search", pages(one.map(under("/jobs?")))],
    ["/jobs/:slug", pages((await listSlugs(db)).map(under("/jobs/")))],
    ["engine, distinct searches", await engine(searches, true)],
    ["/api/v1/jobs, distinct searches", pages(searches.map(under("/api/v1/jobs?")), asProgram)],
    ["engine, one search", await engine(one, true)],
    ["/api/v1/jobs, one search", pages(one.map(under("/api/v1/jobs?")), asProgram)],
    ["engine, distinct searches, hits only", await engine(searches, false)],
    [
      "/api/v1/jobs, filters only",
      pages((await listFilters(db)).map(under("/api/v1/jobs?")), asProgram),
    ],
    ["/api/v1/jobs, codes", pages(listCodes().map(under("/api/v1/jobs?")), asProgram)],
    [
      "/api/v1/jobs, page 50",
      pages(
        [...Array(40)].map((_, n) => `/api/v1/jobs?sort=newest&page=50&payMin=${n + 1}`),
        asProgram,
      ),
    ],
    [
      "/api/v1/suggestions",
      pages(listTyped(searches).map(under("/api/v1/suggestions?")), asProgram),
    ],
    [
      "/api/v1/jobs, distinct searches, without the engine",
      {
        ...pages(searches.map(under("/api/v1/jobs?")), asProgram),
        origin: fallback.origin,
        pid: fallback.pid(),
      },
    ],
    ["/", pages(["/"])],
    ["/code-families", pages(["/code-families"])],
    ["/code-families/:id", pages((await listFamilies(db)).map(under("/code-families/")))],
  ]);
}

/** A process of its own, as the site is; it leaves with us. */
async function startHello(): Promise<Target> {
  const port = Number(process.env.PORT ?? 4900) + 1;
  const child = fork(path.join(import.meta.dirname, "hello.ts"), {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port) },
  });
  await once(child, "message");
  return {
    origin: `http://127.0.0.1:${port}`,
    requests: [{ path: "/" }],
    pid: child.pid ?? 0,
  };
}

async function measure(site: BenchSite): Promise<void> {
  const only = values.only.split(";");
  const rows = [...(await targets(site))].filter(([name]) =>
    only.some((one) => name.includes(one)),
  );
  const seconds = Number(values.seconds);
  for (const [, target] of rows)
    await load(target, { connections: 4, seconds: 2, webPid: site.pids.web() });
  const runs = new Map<string, Measured[]>();
  // Round by round, so that what else the machine does falls on all rows alike.
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    say(`Round ${round} of ${values.rounds}`);
    for (const connections of CONNECTIONS) {
      for (const [name, target] of rows) {
        const key = `${name} c${connections}`;
        const run = await load(target, { connections, seconds, webPid: site.pids.web() });
        runs.set(key, [...(runs.get(key) ?? []), run]);
      }
    }
  }
  const medians = new Map([...runs].map(([key, own]) => [key, median(own)]));
  print(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "CPU"}, ${await openJobs(site.db)} open jobs, medians of ${values.rounds} runs of ${seconds} s, accept-encoding of pages: ${values.encoding}\n`,
  );
  print(
    describeRows(
      rows.map(([name]) => name),
      CONNECTIONS,
      medians,
    ),
  );
  const measured = new Map(rows);
  const jobs = measured.get("/jobs/:slug");
  const searches = measured.get("/jobs, distinct searches");
  if (jobs && searches) {
    const how = { seconds: 2 * seconds, webPid: site.pids.web() };
    print(describeCrowd(await measureCrowd({ jobs, searches }, how)));
  }
  if (values.only) return;
  print(describeFootprint(measureFootprint(site)));
  print(describeWrites(await measurePublishing(site), site.seeded));
}

const site = await startBenchSite({
  varDir: process.env.VAR_DIR ?? "var/bench",
  port: Number(process.env.PORT ?? 4900),
  jobs: Number(values.jobs),
  say,
});
try {
  await measure(site);
} finally {
  await site.stop();
}
process.exit(0);
