import { z } from "zod";
import type { Mail } from "#app/platform/mail.ts";
import type { RunningTask, WorkerDeps } from "./worker-deps.ts";

const line = z.string().max(1_000);
const body = z.string().max(500_000);

export const mailPayload: z.ZodType<Mail> = z
  .strictObject({
    to: z.strictObject({ name: line, address: z.string().max(254) }),
    subject: line,
    text: body,
    html: body,
    headers: z.record(line, line).optional(),
  })
  .transform(({ headers, ...mail }) => (headers ? { ...mail, headers } : mail));

/**
 * Hands one mail over. If the worker dies between the hand-over and its note of it, the mail goes out again
 * with the same Message-ID.
 */
export async function sendMail(deps: WorkerDeps, mail: Mail, { id }: RunningTask): Promise<void> {
  await deps.mailer.send(mail, { id });
}
