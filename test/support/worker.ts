import { onTestFinished } from "vitest";
import { createMailer } from "#app/platform/mailer.server.ts";
import { startTaskRunner } from "#app/worker/run-tasks.ts";
import type { TestWorld } from "./deps.ts";

/** Runs tasks in this process until the test ends, sending mail to `smtpUrl` or capturing it. */
export async function startTestWorker(
  { deps, databaseUrl }: TestWorld,
  smtpUrl: string | null = null,
): Promise<void> {
  const { origin, varDir } = deps;
  const mailFrom = "CareerCenter <no-reply@board.example>";
  const mailer = createMailer({ smtpUrl, mailFrom, postalAddress: "Street 1", origin, varDir });
  const runner = await startTaskRunner({ ...deps, mailer }, { databaseUrl, schedule: false });
  onTestFinished(async () => {
    await runner.stop(5_000);
    mailer.close();
  });
}
