import path from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv } from "#app/platform/env.server.ts";

describe("readEnv", () => {
  it("has a default for everything, so that an empty environment boots the embedded engines", () => {
    const env = readEnv({});
    expect(env).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      appOrigin: "http://localhost:3000",
      varDir: path.resolve("var"),
      filesDir: path.resolve("var/files"),
      databaseUrl: null,
      meiliUrl: null,
      smtpUrl: null,
      metricsPort: 0,
      embedded: false,
    });
  });

  it("derives the origin from the port and drops a trailing slash", () => {
    expect(readEnv({ PORT: "4100" }).appOrigin).toBe("http://localhost:4100");
    expect(readEnv({ APP_ORIGIN: "https://jobs.example.org/" }).appOrigin).toBe(
      "https://jobs.example.org",
    );
  });

  it("wants the operator's postal address before it sends real mail", () => {
    const SMTP_URL = "smtp://mail.example.org:587";
    expect(() => readEnv({ SMTP_URL })).toThrow(
      "POSTAL_ADDRESS must be set when SMTP_URL is: every mail has to carry it.",
    );
    expect(readEnv({ SMTP_URL, POSTAL_ADDRESS: "Street 1" }).postalAddress).toBe("Street 1");
  });

  it("runs as many web processes as it is told to, at least one", () => {
    expect(readEnv({ WEB_PROCESSES: "3" }).webProcesses).toBe(3);
    expect(readEnv({}).webProcesses).toBeGreaterThanOrEqual(1);
    expect(() => readEnv({ WEB_PROCESSES: "0" })).toThrow("WEB_PROCESSES must be from 1 to 64.");
  });

  it("takes an empty value for an unset one", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: " " })).toMatchObject({
      port: 3000,
      databaseUrl: null,
    });
  });

  it("names every wrong variable in a sentence of its own, without repeating its value", () => {
    const bad = {
      PORT: "eighty",
      APP_ORIGIN: "https://example.org/path",
      DATABASE_URL: "mysql://root:hunter2@db/x",
      MEILI_URL: "http://search:7700",
      LOG_LEVEL: "loud",
      MAIL_FROM: "x\r\nBcc: y@example.org",
    };
    expect(() => readEnv(bad)).toThrow(
      [
        "PORT must be a port number.",
        "APP_ORIGIN must be an origin without a path.",
        "DATABASE_URL must be a URL starting with postgres:// or postgresql://.",
        'MAIL_FROM must look like "CareerCenter <no-reply@example.org>" or "no-reply@example.org".',
        "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.",
        "MEILI_KEY must be set when MEILI_URL is.",
      ].join("\n"),
    );
  });

  it.each(["65536", "0", "-1", "80.5"])("refuses PORT=%s", (PORT) => {
    expect(() => readEnv({ PORT })).toThrow(/^PORT must/);
  });
});
