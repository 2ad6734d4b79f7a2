import type { Deps } from "#app/platform/deps.server.ts";
import { insertApplicationEvent } from "#db/queries/application-writes.ts";
import { markUnansweredApplications } from "#db/queries/reply-clock.ts";
import { unansweredEmail } from "./unanswered.email.ts";

/**
 * Marks up to `limit` applications whose promised day has passed without an answer, and tells each applicant once: mark,
 * timeline entry and mail commit together. Answers how many it marked.
 */
export function markUnanswered(
  { db, tasks, origin }: Pick<Deps, "db" | "tasks" | "origin">,
  limit: number,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const overdue = await markUnansweredApplications(trx, limit);
    for (const { id, stage, replyBy, jobTitle, employerName, ...person } of overdue) {
      await insertApplicationEvent(trx, {
        applicationId: id,
        actorId: null,
        kind: "unanswered",
        fromStage: stage,
        toStage: stage,
      });
      if (!person.reachable) continue;
      const to = { name: person.name, address: person.address };
      const mail = unansweredEmail({
        origin,
        applicationId: id,
        jobTitle,
        employerName,
        replyBy,
        to,
      });
      await tasks.enqueue(trx, "send-mail", mail);
    }
    return overdue.length;
  });
}
