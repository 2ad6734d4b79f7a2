import { describe, expect, it } from "vitest";
import { readCookie } from "#app/auth/cookies.ts";
import { blankSessionCookie, readSessionToken, sessionCookie } from "#app/auth/session-cookie.ts";

const http = { origin: "http://localhost:3000" };
const https = { origin: "https://careercenter.example" };
const token = "a".repeat(43);

describe("a cookie header", () => {
  it("gives one cookie by its exact name", () => {
    expect(readCookie("a=1; session=xyz; b=2", "session")).toBe("xyz");
    expect(readCookie("my-session=xyz", "session")).toBeNull();
    expect(readCookie("session2=xyz", "session")).toBeNull();
    expect(readCookie(undefined, "session")).toBeNull();
  });

  it("gives nothing when a name comes twice: somebody may have planted one", () => {
    expect(readCookie("session=a; session=b", "session")).toBeNull();
  });

  it.each(["%", "session=%E0%A4%A", "=;=;;", "session", "\u0000=x", `x=${"%".repeat(9_000)}`])(
    "never throws, not even for %s",
    (header) => {
      expect(() => readCookie(header, "session")).not.toThrow();
    },
  );

  it("may hold malformed cookies of others beside ours", () => {
    expect(readCookie("other=%E0%A4%A; session=xyz", "session")).toBe("xyz");
  });
});

describe("the session cookie", () => {
  it("carries the __Host- prefix and Secure on HTTPS only", () => {
    expect(sessionCookie(https, token)).toMatch(
      /^__Host-session=a{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000$/,
    );
    expect(sessionCookie(http, token)).toMatch(
      /^session=a{43}; Path=\/; HttpOnly; SameSite=Lax; Max/,
    );
    expect(blankSessionCookie(https)).toMatch(/^__Host-session=; .*Secure; Max-Age=0$/);
  });

  it("is read back under the name of the scheme", () => {
    expect(readSessionToken(https, `__Host-session=${token}`)).toBe(token);
    expect(readSessionToken(https, `session=${token}`)).toBeNull();
    expect(readSessionToken(http, `session=${token}`)).toBe(token);
  });

  it.each(["%00x", "short", `${"a".repeat(43)}\u0000`, `${"a".repeat(44)}`, "a b"])(
    "is none of ours as %s",
    (value) => {
      expect(readSessionToken(http, `session=${value}`)).toBeNull();
    },
  );
});
