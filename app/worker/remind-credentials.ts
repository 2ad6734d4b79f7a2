import { credentialExpiryMail } from "#app/features/credentials/credential-expiry.email.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { takeDueCredentials } from "#db/queries/credential-reminders.ts";
import { inBatches } from "./in-batches.ts";

/** Reminds holders of credentials that are about to expire. */
export async function remindCredentials({
  db,
  tasks,
  origin,
  log,
}: Pick<Deps, "db" | "tasks" | "origin" | "log">): Promise<void> {
  const reminded = await inBatches(100, (limit) =>
    db.transaction().execute(async (trx) => {
      const due = await takeDueCredentials(trx, limit);
      for (const one of due) {
        await tasks.enqueue(trx, "send-mail", credentialExpiryMail({ ...one, origin }));
      }
      return due.length;
    }),
  );
  if (reminded > 0) log.info({ reminded }, "credential holders reminded");
}
