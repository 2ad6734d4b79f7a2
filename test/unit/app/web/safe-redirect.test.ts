import { describe, expect, it } from "vitest";
import { loggablePath } from "#app/web/loggable-path.ts";
import { safePath } from "#app/web/safe-redirect.ts";

describe("a path to go back to", () => {
  it.each(["/", "/jobs?q=93590&state=OR#results", "/employer/jobs/new"])("may be %s", (path) => {
    expect(safePath(path, "/home")).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "jobs",
    "",
    "/x\r\nSet-Cookie: a=b",
    "/x\u0000",
    "/caf\u00e9",
    `/${"x".repeat(2_001)}`,
    null,
    undefined,
    ["/a"],
    new File([], "x"),
  ])("may not be %s", (path) => {
    expect(safePath(path, "/home")).toBe("/home");
  });
});

describe("a logged path", () => {
  it("hides the secret of a mailed link", () => {
    expect(loggablePath("/reset-password/abc")).toBe("/reset-password/[token]");
    expect(loggablePath("/verify-email/abc.data")).toBe("/verify-email/[token]");
    expect(loggablePath("/jobs/abc")).toBe("/jobs/abc");
  });
});
