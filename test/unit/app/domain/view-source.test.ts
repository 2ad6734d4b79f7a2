import { describe, expect, it } from "vitest";
import { isMachine, viewSource } from "#app/domain/view-source.ts";

const ORIGIN = "https://careers.example";

describe("Where a visit came from", () => {
  it.each([
    ["https://careers.example/jobs?q=93590", "search"],
    ["https://careers.example/code-families/cpt-echo", "code-families"],
    ["https://careers.example/employers/harborline", "employer-page"],
    ["https://careers.example/applicant/saved-jobs", "own-desk"],
    ["https://careers.example/jobs/another-job", "this-site"],
    ["https://www.google.com/", "web-search"],
    ["https://forum.example/thread", "other-site"],
    ["not an address", "direct"],
    [undefined, "direct"],
  ])("%s is %s", (referer, source) => {
    expect(viewSource({ url: "/jobs/a-job", referer }, ORIGIN)).toBe(source);
  });

  it("is a mail when the link says so, whatever else is told", () => {
    expect(
      viewSource({ url: "/jobs/a-job?from=mail", referer: "https://www.google.com/" }, ORIGIN),
    ).toBe("mail");
  });

  it("is not counted for programs", () => {
    expect(isMachine("Mozilla/5.0 (compatible; Googlebot/2.1)")).toBe(true);
    expect(isMachine(undefined)).toBe(true);
    expect(
      isMachine("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"),
    ).toBe(false);
  });
});
