import { describe, expect, it } from "vitest";
import { jobWalkParams, parseJobWalk, walkOn } from "#app/domain/job-walk.ts";
import { walkToPage } from "#app/features/job-search/walk-pages.server.ts";

const PAGE = 20;
const idOf = (n: number) => `${n.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
const list = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => idOf(from + n));
const reading = (jobs: string[]) => async (count: number) => ({
  ids: jobs.slice(0, count),
  total: jobs.length,
  order: "same" as const,
});
const firstPage = walkOn(1_795_000_000_000, { page: 1, ids: list(0, 20), order: "same" });
const next = (jobs: string[], walk = firstPage, page = 2) =>
  walkToPage(walk, { page, pageSize: PAGE, most: 1_000, read: reading(jobs) });

describe("A walk", () => {
  it("is read from the address it was written to, and from no other", () => {
    const read = (text: string) => parseJobWalk(new URLSearchParams(text));
    expect(read(jobWalkParams(firstPage))).toEqual(firstPage);
    expect(firstPage.from?.tails).toEqual(["00000013", "00000012", "00000011", "00000010"]);
    expect(read("asOf=1795000000000")).toEqual({ asOf: 1_795_000_000_000, from: null });
    for (const order of ["engine", "postgres"] as const) {
      const walk = walkOn(1_795_000_000_000, { page: 7, ids: list(120, 123), order });
      expect(read(jobWalkParams(walk))).toEqual(walk);
    }
    expect(read("asOf=1795000000000&from=0.20-00000013")?.from).toBeNull();
    expect(read("asOf=1795000000000&from=1.0-00000013")?.from).toBeNull();
    expect(read("asOf=1795000000000&from=1.20x-00000013")?.from).toBeNull();
    expect(read("asOf=1795000000000&from=2-' or 1=1")?.from).toBeNull();
    expect(read("asOf=soon&from=1-00000013")).toBeNull();
  });

  it("goes on after the last job seen, however many before it closed", async () => {
    for (const closed of [0, 1, 19, 45]) {
      const jobs = list(0, 200);
      const walk = walkOn(1, { page: 3, ids: jobs.slice(40, 60), order: "same" });
      expect((await next(jobs.slice(closed), walk, 4)).ids).toEqual(list(60, 80));
    }
  });

  it("goes on where the last seen but one stood when the last has closed too", async () => {
    const jobs = list(0, 100).filter((id) => id !== idOf(19) && id !== idOf(3));
    expect((await next(jobs)).ids).toEqual(list(20, 40));
  });

  it("is not put back by jobs that came in before", async () => {
    expect((await next([...list(900, 925), ...list(0, 100)])).ids).toEqual(list(20, 40));
  });

  it("goes back and further on from where one is as well", async () => {
    const walk = walkOn(1, { page: 3, ids: list(40, 60), order: "same" });
    const jobs = list(2, 200);
    expect((await next(jobs, walk, 2)).ids).toEqual(list(20, 40));
    expect((await next(jobs, walk, 6)).ids).toEqual(list(100, 120));
  });

  it("takes the page by its number when it finds none of what was seen", async () => {
    expect(await next(list(500, 600))).toMatchObject({ ids: list(520, 540), offset: 20 });
  });

  it("goes back from a last page that is not full to the jobs before it", async () => {
    const walk = walkOn(1, { page: 3, ids: list(40, 47), order: "same" });
    expect((await next(list(5, 47), walk, 2)).ids).toEqual(list(20, 40));
  });

  it("says when the page one comes from was in another order, and takes the page by its number", async () => {
    const walk = walkOn(1, { page: 1, ids: list(30, 50), order: "engine" });
    expect(await next(list(0, 100), walk)).toMatchObject({
      ids: list(20, 40),
      isReordered: true,
    });
    expect(await next(list(0, 100))).toMatchObject({ isReordered: false });
  });
});
