import { describe, expect, it } from "vitest";
import { bodyLimit, isFormType } from "#app/server/guard/body.ts";

describe("a body", () => {
  it.each([
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded;charset=UTF-8",
    "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
    'multipart/form-data; boundary="quoted boundary"',
  ])("may be %s", (type) => {
    expect(isFormType(type)).toBe(true);
  });

  it.each([
    undefined,
    "",
    "application/json",
    "text/plain",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    `multipart/form-data; boundary=${"x".repeat(71)}`,
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded, application/json",
  ])("may not be %s", (type) => {
    expect(isFormType(type)).toBe(false);
  });

  it("is small except where files are taken, for documents and data requests alike", () => {
    for (const path of [
      "/login",
      "/jobs",
      "/account",
      "/jobs/x/apply/y",
      "/applicant/saved-jobs",
    ]) {
      expect(bodyLimit(path)).toBe(640 * 1024);
    }
    for (const path of ["/jobs/x-1/apply", "/jobs/x-1/apply.data", "/applicant/resumes/"]) {
      expect(bodyLimit(path)).toBe(12 * 1024 * 1024);
    }
  });
});
