import { describe, expect, it } from "vitest";
import { isWellFormedTarget } from "#app/server/guard/url-shape.ts";

describe("a request target", () => {
  it.each([
    "/",
    "/jobs?q=93590",
    "/jobs?q=caf%C3%A9&state=OR",
    "/jobs?q=100%",
    "/jobs?q=two%0Alines",
    "/jobs/senior-coder-ab12cd34.data?_routes=routes%2Fjobs.%24slug",
    "/~tilde/a-b_c.d",
  ])("may be %s", (target) => {
    expect(isWellFormedTarget(target)).toBe(true);
  });

  it.each([
    "//evil.example/x",
    "/\\evil.example",
    "http://evil.example/",
    "*",
    "",
    "jobs",
    "/x/%E0%A4%A",
    "/x/%",
    "/x%00y",
    "/x%0d%0aSet-Cookie:a=b",
    "/x%5C..%5Cy",
    "/with space",
    "/caf\u00e9",
    "/jobs?q=%00",
    "/jobs?%00=q",
    "/jobs?q=%1b",
  ])("may not be %s", (target) => {
    expect(isWellFormedTarget(target)).toBe(false);
  });

  it("may be 4,096 characters long and no longer", () => {
    const target = `/jobs?q=${"x".repeat(4_088)}`;
    expect(isWellFormedTarget(target)).toBe(true);
    expect(isWellFormedTarget(`${target}x`)).toBe(false);
  });

  it("of route discovery may be longer, and each path it asks for must decode", () => {
    const paths = Array.from({ length: 300 }, (_, index) => `p=%2Fjobs%2Fjob-${index}`).join("&");
    expect(isWellFormedTarget(`/__manifest?version=1&${paths}`)).toBe(true);
    expect(isWellFormedTarget("/__manifest?version=1&p=%2F%25E0%25A4%25A")).toBe(false);
  });
});
