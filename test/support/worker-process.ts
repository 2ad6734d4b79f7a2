import { type ChildProcess, fork } from "node:child_process";
import { onTestFinished } from "vitest";
import type { TestWorld } from "./deps.ts";

/** The real worker in a process of its own, ready; killed when the test ends. */
export async function startWorkerProcess(
  { databaseUrl, deps }: TestWorld,
  smtpUrl: string,
  more: Record<string, string> = {},
): Promise<ChildProcess> {
  const child = fork("app/worker/main.ts", {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      VAR_DIR: deps.varDir,
      SMTP_URL: smtpUrl,
      POSTAL_ADDRESS: "Board Street 1",
      LOG_LEVEL: "silent",
      ...more,
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The worker ended with ${code}.`)));
  });
  return child;
}
