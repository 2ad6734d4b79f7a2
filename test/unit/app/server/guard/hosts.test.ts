import { describe, expect, it } from "vitest";
import { plainAddress, trustOf } from "#app/server/guard/forwarded-headers.ts";
import { hostOf, siteOrigins } from "#app/server/guard/hosts.ts";

describe("the names of the site", () => {
  it("are that of its origin alone", () => {
    const origins = siteOrigins("https://careercenter.example", false);
    expect([...origins]).toEqual([["careercenter.example", "https://careercenter.example"]]);
  });

  it("include the loopback names on the embedded default, each with its own origin", () => {
    const origins = siteOrigins("http://localhost:3000", true);
    expect(origins.get("localhost:3000")).toBe("http://localhost:3000");
    expect(origins.get("127.0.0.1:3000")).toBe("http://127.0.0.1:3000");
    expect(origins.get("[::1]:3000")).toBe("http://[::1]:3000");
    expect(origins.has("localhost")).toBe(false);
    expect(origins.has("localhost:3001")).toBe(false);
  });

  it("are compared without regard to case, and a missing Host is no name", () => {
    expect(hostOf("LocalHost:3000")).toBe("localhost:3000");
    expect(siteOrigins("http://localhost:3000", true).has(hostOf(undefined))).toBe(false);
  });
});

describe("the trusted proxy", () => {
  it("is nobody unless configured", () => {
    expect(trustOf(null)("127.0.0.1")).toBe(false);
  });

  it("is one address or a range, however the socket spells it", () => {
    expect(trustOf("10.0.0.7")("::ffff:10.0.0.7")).toBe(true);
    expect(trustOf("10.0.0.7")("10.0.0.8")).toBe(false);
    expect(trustOf("10.0.0.0/8")("10.200.3.4")).toBe(true);
    expect(trustOf("10.0.0.0/8")("11.0.0.1")).toBe(false);
    expect(trustOf("fd00::/8")("fd12:3456::1")).toBe(true);
    expect(trustOf("fd00::/8")("")).toBe(false);
  });

  it("leaves IPv6 addresses as they are", () => {
    expect(plainAddress("2001:db8::1")).toBe("2001:db8::1");
    expect(plainAddress(undefined)).toBe("");
  });
});
