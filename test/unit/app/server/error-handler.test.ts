import { describe, expect, it } from "vitest";
import { refusalFor } from "#app/server/error-handler.ts";

const withCode = (code: string) => Object.assign(new Error("x"), { code });

describe("an error outside Remix", () => {
  it.each(["22021", "22P02", "22003", "22008"])("is the client's when Postgres says %s", (code) => {
    expect(refusalFor(withCode(code)).status).toBe(400);
  });

  it.each(["57P01", "57P03", "08006", "53300", "ECONNREFUSED"])(
    "is a matter of time when it is %s",
    (code) => {
      expect(refusalFor(withCode(code)).status).toBe(503);
    },
  );

  it("is a matter of time when no connection came free", () => {
    const error = new Error("timeout exceeded when trying to connect");
    expect(refusalFor(error).status).toBe(503);
  });

  it("keeps a client's status and is ours otherwise", () => {
    expect(refusalFor(Object.assign(new Error("x"), { status: 413 })).status).toBe(400);
    expect(refusalFor(withCode("23505")).status).toBe(500);
    expect(refusalFor("a string").status).toBe(500);
  });
});
