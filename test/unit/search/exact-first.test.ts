import { describe, expect, it } from "vitest";
import { joinPage } from "#search/queries/exact-first.ts";

const ids = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: String(from + at) }));

/** Pages of `exact` + `above` jobs, numbered in order, as the engine would give them. */
async function page(number: number, exact: number, above: number): Promise<string[]> {
  const stretch = (offset: number, limit: number) => ({
    hits: ids(exact + offset, Math.max(0, Math.min(limit, above - offset))),
  });
  const first = (number - 1) * 20;
  return joinPage(
    {
      exact: { hits: ids(first, Math.max(0, Math.min(20, exact - first))), totalHits: exact },
      beginning: stretch(0, 20),
      page: number,
    },
    async (offset, limit) => stretch(offset, limit),
  );
}

describe("pages of a search by code", () => {
  it.each([
    [0, 45],
    [5, 45],
    [20, 20],
    [25, 40],
    [61, 3],
  ])(
    "with %i exact jobs and %i above list each once, the exact ones first",
    async (exact, above) => {
      const pages = await Promise.all([1, 2, 3, 4, 5].map((number) => page(number, exact, above)));
      const total = Math.min(100, exact + above);
      expect(pages.flat()).toEqual(ids(0, total).map(({ id }) => id));
    },
  );
});
