import { describe, expect, it } from "vitest";
import { throttleAddress } from "#app/auth/client-address.ts";
import { passwordProblem } from "#app/auth/password-rules.ts";
import { verifyPassword } from "#app/auth/passwords.server.ts";

describe("a password", () => {
  it("may be any ten characters that are not obvious", () => {
    expect(passwordProblem("vellum-otter", "ada@example.org")).toBeNull();
    expect(passwordProblem("pâte à choux", "ada@example.org")).toBeNull();
  });

  it.each(["short", "123456789", "Password123", "qwertyuiop", "~~~~~~~~~~~~", "CareerCenter123"])(
    "may not be %s",
    (password) => {
      expect(passwordProblem(password, "ada@example.org")).not.toBeNull();
    },
  );

  it("may not be the e-mail address or its first part", () => {
    expect(passwordProblem("Ada.Lovelace@example.org", "ada.lovelace@example.org")).toMatch(
      /email/,
    );
    expect(passwordProblem("ada.lovelace", "ada.lovelace@example.org")).toMatch(/email/);
  });

  it("matches no garbage hash and is not hashed when longer than 1,000 characters", async () => {
    expect(await verifyPassword("garbage", "vellum-otter")).toBe(false);
    expect(await verifyPassword("", "vellum-otter")).toBe(false);
    expect(await verifyPassword(null, "x".repeat(1_001))).toBe(false);
  });
});

describe("a throttled client", () => {
  it("is an IPv4 address, or the /64 of an IPv6 one", () => {
    expect(throttleAddress("192.0.2.7")).toBe("192.0.2.7");
    expect(throttleAddress("2001:db8:0:1::7")).toBe("2001:db8:0:1::/64");
    expect(throttleAddress("2001:DB8::1:ffff:ffff:ffff:ffff")).toBe("2001:db8:0:1::/64");
    expect(throttleAddress("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
    expect(throttleAddress("::1")).toBe("0:0:0:0::/64");
  });
});
