import { draftReminderEmail } from "#app/features/applications/draft-reminder.email.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { deleteDraftsOfEndedJobs, takeDueReminders } from "#db/queries/application-drafts.ts";
import { inBatches } from "./in-batches.ts";

type Given = Pick<Deps, "db" | "tasks" | "origin" | "log">;

const AFTER_DAYS = 2;

/** Reminds people once of applications they began, and drops what was typed for jobs that ended. */
export async function remindDrafts(deps: Given): Promise<void> {
  const { db, tasks, origin, log } = deps;
  const reminded = await inBatches(100, (limit) =>
    db.transaction().execute(async (trx) => {
      const due = await takeDueReminders(trx, { afterDays: AFTER_DAYS, limit });
      for (const one of due) {
        await tasks.enqueue(trx, "send-mail", draftReminderEmail({ ...one, origin }));
      }
      return due.length;
    }),
  );
  const dropped = await inBatches(500, (limit) => deleteDraftsOfEndedJobs(db, limit));
  if (reminded + dropped > 0) log.info({ reminded, dropped }, "application drafts looked after");
}
