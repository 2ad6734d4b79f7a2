import { expect, test } from "vitest";
import { pagesShown } from "#app/components/pagination.tsx";

test("A long list shows the first, the last and the pages around the current one", () => {
  expect(pagesShown(1, 3)).toEqual([1, 2, 3]);
  expect(pagesShown(6, 12)).toEqual([1, null, 4, 5, 6, 7, 8, null, 12]);
  expect(pagesShown(12, 12)).toEqual([1, null, 10, 11, 12]);
});
