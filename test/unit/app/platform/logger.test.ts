import { describe, expect, it } from "vitest";
import { createLogger, withoutRedaction } from "#app/platform/logger.server.ts";

function captured() {
  const lines: string[] = [];
  const log = createLogger({
    name: "test",
    destination: { write: (line: string) => void lines.push(line) },
  });
  return { log, lines };
}

describe("the log", () => {
  it("keeps passwords, tokens, cookies and addresses out of every line", () => {
    const { log, lines } = captured();
    log.info({ password: "hunter2", form: { email: "a@example.com", token: "t0ken" } }, "sign-up");
    log.info({ request: { headers: { cookie: "session=s3cret", authorization: "Bearer x" } } });
    expect(lines.join("")).not.toMatch(/hunter2|a@example|t0ken|s3cret|Bearer/);
    expect(lines).toHaveLength(2);
  });

  it("writes lines without secrets as they are, and goes on looking for secrets in others", () => {
    const { log, lines } = captured();
    withoutRedaction(log).info({ path: "/jobs", status: 200 }, "answered");
    log.info({ password: "hunter2" });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ path: "/jobs", status: 200, name: "test" });
    expect(lines.join("")).not.toContain("hunter2");
  });
});
