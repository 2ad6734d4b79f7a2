import { credentialsInRule } from "#app/domain/credential-rule.ts";
import type { JobQuery } from "#app/domain/job-query.ts";
import { NOT_STATED } from "#app/domain/job-search.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { lineage } from "#app/domain/taxonomy/code-families.ts";
import { volumeJob } from "#db/seed/volume/job-rows.ts";
import {
  createJobColumns,
  dropJobs,
  type JobColumns,
  type JobRow,
  putJobs,
  SET_COLUMNS,
} from "#search/columns/job-columns.ts";
import { learnSet } from "#search/columns/key-column.ts";
import { countInColumns, searchColumns } from "#search/columns/search-columns.ts";

// What a search without words costs a web process, counted in memory over the seed's own jobs, without a database:
// `npm run bench:columns -- 1000000`.

const say = (line = "") => void process.stdout.write(`${line}\n`);
const jobs = Number(process.argv[2] ?? 100_000);
const now = new Date();
const ROUNDS = 15;

const SEARCHES: Record<string, string> = {
  "no filter": "",
  narrow: "specialty=interventional-cardiology&state=TX&mode=onsite&type=prn",
  typical: "specialty=interventional-cardiology&state=TX",
  "nine filters":
    "family=cpt&specialty=cardiology&credential=CPC&setting=physician-office&mode=remote&type=full-time&state=TX&experience=mid&software=epic",
  wide: "mode=remote&type=full-time",
  "half of all": "mode=remote",
  "nearly all": "payMin=20",
  "radius of 50 miles": "near=Tampa&radius=50",
  "by pay": "mode=remote&sort=pay",
  "page 5,000": "sort=newest&page=5000",
};

const columns = createJobColumns();
const started = performance.now();
for (let from = 0; from < jobs; from += 2_000) {
  const rows = Array.from({ length: Math.min(2_000, jobs - from) }, (_, at) => rowOf(from + at));
  rows.sort((one, other) => one.publishedAt - other.publishedAt);
  putJobs(columns, rows);
}
globalThis.gc?.();
const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
say(
  `${jobs} jobs, ${columns.keyed.family.sets} sets of families; made in ${Math.round(performance.now() - started)} ms; heap ${mb(heapUsed)}, arrays ${mb(arrayBuffers)}, resident ${mb(rss)}\n`,
);
say("| search | found | counts after a change, ms | counts again, ms | page and total, ms |");
say("| --- | ---: | ---: | ---: | ---: |");
for (const [name, address] of Object.entries(SEARCHES)) {
  const query = queryOf(address);
  const { total } = searchColumns(columns, query);
  const first = cost(() => {
    columns.edition += 1;
    countInColumns(columns, query);
  });
  const again = cost(() => countInColumns(columns, query));
  const page = cost(() => searchColumns(columns, query));
  say(`| ${name} | ${total} | ${first} | ${again} | ${page} |`);
}
const job = rowOf(jobs >> 1);
say(`\na change of a job: ${cost(() => putJobs(columns, [job]))} ms`);
say(`a job that leaves and comes back: ${cost(() => leaveAndReturn(columns))} ms`);
let late = 0;
say(`a job published among the others: ${cost(() => putJobs(columns, [newcomer()]))} ms`);

/** Milliseconds of processor time, which other programs hardly disturb; the mean of some rounds after a few others. */
function cost(work: () => unknown): string {
  for (let round = 0; round < 3; round += 1) work();
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) work();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1_000 / ROUNDS).toFixed(2);
}

function leaveAndReturn(own: JobColumns) {
  dropJobs(own, [job.id]);
  putJobs(own, [job]);
}

function newcomer(): JobRow {
  late += 1;
  return { ...job, id: `newcomer ${late}` };
}

function queryOf(address: string): JobQuery {
  const search = parseJobSearch(new URLSearchParams(address));
  const point = search.near === null ? null : { latitude: 27.95, longitude: -82.46 };
  return { search, words: [], covering: [], asked: [], meantFirst: [], point, now };
}

function rowOf(index: number): JobRow {
  const { job, requirements } = volumeJob(index, now);
  const text = (name: string) => String((job as Record<string, unknown>)[name]);
  const list = (name: string) => ((job as Record<string, unknown>)[name] ?? []) as string[];
  const requires = requirements.map(({ familyId }) => String(familyId));
  const rule = (job as { credentialRule?: unknown }).credentialRule;
  const sets: Record<(typeof SET_COLUMNS)[number], string[]> = {
    family: [...new Set(requires.flatMap(lineage))],
    specialty: [text("specialty")],
    credential: Array.isArray(rule) ? credentialsInRule(rule) : [],
    setting: list("settings"),
    mode: [text("workMode")],
    type: [text("employmentType")],
    state: list("eligibleStates"),
    experience: [text("experienceLevel")],
    software: list("software"),
    requires,
  };
  const names = Object.fromEntries(
    SET_COLUMNS.map((column) => {
      const held = sets[column].length > 0 ? sets[column].toSorted() : [NOT_STATED];
      learnSet(columns.keyed[column], held.join(" "), held);
      return [column, held.join(" ")];
    }),
  ) as Record<(typeof SET_COLUMNS)[number], string>;
  return {
    ...names,
    id: text("id"),
    apprentice: text("acceptsApprentices"),
    hourlyMax: job.hourlyMax ? text("hourlyMax") : null,
    point: job.latitude ? `${text("latitude")},${text("longitude")}` : null,
    employerId: text("employerId"),
    employerKind: "hospital",
    publishedAt: new Date(text("firstPublishedAt")).getTime() * 1_000,
    endsAt: new Date(text("expiresAt")).getTime() * 1_000,
  };
}
