import { expect, it } from "vitest";
import { checkPagesOf, ofCoders, unseenPages } from "./every-page.ts";

it("every page has somebody who may see it", () => {
  expect(unseenPages()).toEqual([]);
});

checkPagesOf(ofCoders);
