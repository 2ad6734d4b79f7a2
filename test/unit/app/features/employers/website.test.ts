import { describe, expect, it } from "vitest";
import { normalizeWebsite } from "#app/features/employers/website.ts";

describe("an employer's web address", () => {
  it.each([
    ["https://hospital.example.com", "https://hospital.example.com"],
    ["hospital.example.com", "https://hospital.example.com"],
    ["HTTP://Hospital.Example.com/", "https://hospital.example.com"],
    ["hospital.example.com/careers/", "https://hospital.example.com/careers"],
    ["hospital.example.com:8443/x", "https://hospital.example.com:8443/x"],
    ["https://hospital.example.com/a?b=c#d", "https://hospital.example.com/a?b=c"],
    ["https://krankenhäuser.example.com", "https://xn--krankenhuser-ncb.example.com"],
  ])("%s becomes %s", (typed, url) => {
    expect(normalizeWebsite(typed)).toBe(url);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://hospital.example.com",
    "https://user:secret@hospital.example.com",
    "localhost",
    "https://127.0.0.1",
    "https://[::1]/",
    "https://2130706433",
    "not a site",
    "https://",
  ])("%s is none", (typed) => {
    expect(normalizeWebsite(typed)).toBeNull();
  });
});
