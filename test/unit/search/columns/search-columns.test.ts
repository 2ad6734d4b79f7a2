import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JobQuery } from "#app/domain/job-query.ts";
import type { JobSearch } from "#app/domain/job-search.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import {
  createJobColumns,
  dropJobs,
  type JobColumns,
  putJobs,
  SET_COLUMNS,
} from "#search/columns/job-columns.ts";
import { learnSet } from "#search/columns/key-column.ts";
import { countInColumns, searchColumns } from "#search/columns/search-columns.ts";
import { type PlainJob, searchNaively } from "./naive-search.ts";

const NOW = 1_800_000_000;
const DAY = 86_400;
const FAMILIES = ["cpt", "cpt-echo", "cpt-vasc-leg-revasc-legacy", "cpt-vasc-leg-revasc"];
const PLACES = [
  { latitude: 27.95, longitude: -82.46 },
  { latitude: 27.77, longitude: -82.64 },
  { latitude: 45.5, longitude: -122.69 },
  { latitude: 52, longitude: 179.5 },
];
const TERMS = ["state:TX", "state:OR", "mode:remote", "apprentice", "nothing:of ours"];

const of = (...values: string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const anyOf = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });

// Most searches ask little, so that they find something.
const seldom = (...values: string[]) =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: of(...values) },
  );

const valuesOf = {
  family: [...FAMILIES, "not-stated"],
  specialty: ["ed", "ob"],
  credential: ["CPC", "CCS", "not-stated"],
  setting: ["inpatient", "outpatient"],
  mode: ["remote", "onsite"],
  type: ["full-time", "prn"],
  state: ["TX", "OR", "not-stated"],
  experience: ["entry", "not-stated"],
  software: ["epic", "not-stated"],
};
const mapped = <Made>(make: (...values: string[]) => fc.Arbitrary<Made>) =>
  Object.fromEntries(
    Object.entries(valuesOf).map(([facet, values]) => [facet, make(...values)]),
  ) as Record<keyof typeof valuesOf, fc.Arbitrary<Made>>;

const jobs: fc.Arbitrary<PlainJob> = fc.record({
  ...mapped(of),
  id: fc.integer({ min: 0, max: 40 }).map((number) => `job ${String(number).padStart(2, "0")}`),
  requires: anyOf(...FAMILIES),
  publishedAt: fc.integer({ min: 0, max: 6 }).map((days) => NOW - days * DAY),
  endsAt: fc.constantFrom(NOW - DAY, NOW, NOW + 1, NOW + 30 * DAY),
  apprentice: fc.boolean(),
  hourlyMax: fc.option(fc.constantFrom(20, 30.5, 31, 100)),
  point: fc.option(fc.constantFrom(...PLACES)),
  employerId: fc.constantFrom("Mercy", "Quill"),
  employerKind: fc.constantFrom("hospital", "staffing-agency"),
});

/** What happens in turn: jobs are put, or leave. */
const histories = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ put: fc.array(jobs, { maxLength: 12 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        drop: fc.array(
          jobs.map(({ id }) => id),
          { maxLength: 6 },
        ),
      }),
    },
  ),
  { maxLength: 12 },
);

const queries: fc.Arbitrary<JobQuery> = fc
  .record({
    search: fc.record({
      ...mapped(seldom),
      radius: fc.constantFrom(10, 30, 3_000),
      payMin: fc.option(fc.constantFrom(20, 31, 200), { freq: 5 }),
      apprentice: fc.constantFrom(false, false, true),
      postedWithin: fc.option(fc.constantFrom(1, 3), { freq: 5 }),
      sort: fc.constantFrom("relevance", "newest", "pay", "distance"),
      page: fc.constantFrom(1, 1, 2, 9),
    }),
    covering: fc.array(fc.constantFrom<string[]>(["cpt-echo", "cpt"], ["cpt-vasc-leg-revasc"]), {
      maxLength: 1,
    }),
    asked: fc.array(of(...TERMS), { maxLength: 1 }),
    meantFirst: fc.array(of(...TERMS), { maxLength: 1 }),
    point: fc.option(fc.constantFrom(...PLACES), { freq: 3 }),
    asOf: fc.option(fc.constantFrom((NOW - 2 * DAY) * 1_000, NOW * 1_000), { freq: 2 }),
    leaveOut: fc.option(
      fc.record({
        named: fc.record({
          jobIds: anyOf("job 01", "job 02", "unknown"),
          employerIds: anyOf("Mercy"),
          employerKinds: anyOf("staffing-agency", "unknown"),
        }),
        turnedRound: fc.boolean(),
      }),
      { freq: 2 },
    ),
    pageSize: fc.constantFrom(1, 3, 20),
  })
  .map(({ search, ...rest }) => ({
    ...rest,
    search: { ...parseJobSearch(new URLSearchParams()), ...search } as JobSearch,
    words: [],
    now: new Date(NOW * 1_000),
  }));

function put(columns: JobColumns, plain: readonly PlainJob[]): void {
  const last = [...new Map(plain.map((job) => [job.id, job])).values()];
  putJobs(
    columns,
    last.map((job) => {
      for (const name of SET_COLUMNS) {
        learnSet(columns.keyed[name], job[name].toSorted().join(), job[name]);
      }
      const named = Object.fromEntries(
        SET_COLUMNS.map((name) => [name, job[name].toSorted().join()]),
      ) as Record<(typeof SET_COLUMNS)[number], string>;
      return {
        ...named,
        id: job.id,
        publishedAt: job.publishedAt * 1_000_000,
        endsAt: job.endsAt * 1_000_000,
        apprentice: String(job.apprentice),
        hourlyMax: job.hourlyMax === null ? null : String(job.hourlyMax),
        point: job.point && `${job.point.latitude},${job.point.longitude}`,
        employerId: job.employerId,
        employerKind: job.employerKind,
      };
    }),
  );
}

describe("A search in columns", () => {
  it("lists, orders and counts as a search that looks at every job does, whatever came and went", () => {
    fc.assert(
      fc.property(histories, queries, (history, query) => {
        const columns = createJobColumns(2);
        const open = new Map<string, PlainJob>();
        for (const event of history) {
          // What this remembers must not outlive the event.
          for (const now of [query.now, new Date(0)]) countInColumns(columns, { ...query, now });
          if ("put" in event) {
            put(columns, event.put);
            for (const job of event.put) open.set(job.id, job);
          } else {
            dropJobs(columns, event.drop);
            for (const id of event.drop) open.delete(id);
          }
        }
        const { facets, ...wanted } = searchNaively([...open.values()], query);
        // Twice: what was asked before is remembered in bits.
        for (const _ of [1, 2]) {
          expect(searchColumns(columns, query)).toEqual(wanted);
          expect(countInColumns(columns, query)).toEqual(facets);
        }
        expect(columns.rows - columns.left).toBe(open.size);
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps the row of a job that leaves for the day it comes back", () => {
    const columns = createJobColumns();
    const [job] = fc.sample(jobs, { numRuns: 1, seed: 1 });
    if (!job) throw new Error("there is no job");
    for (let round = 0; round < 100; round += 1) {
      put(columns, [job]);
      dropJobs(columns, [job.id, "unknown"]);
    }
    expect(columns.rows).toBe(1);
    expect(columns.left).toBe(1);
    expect(columns.keyed.mode.totals.every((total) => total === 0)).toBe(true);
  });

  it("refuses a set that nobody made known, rather than count wrongly", () => {
    const columns = createJobColumns();
    expect(() => putJobs(columns, [{ id: "job", mode: "?" } as never])).toThrow("no set is known");
  });
});
