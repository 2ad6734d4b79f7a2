import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findFailedTask } from "#db/queries/board-tasks.ts";
import { markJobsDirty } from "#db/queries/search-outbox.ts";

type Given = Pick<Deps, "db" | "tasks">;

/** Tries a failed task once more, or deletes it. Throws "illegal-move" when it is no longer failed. */
export async function decideTask(
  { db, tasks }: Given,
  { adminId, taskId, action }: { adminId: string; taskId: string; action: "retry" | "drop" },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const task = await findFailedTask(trx, taskId);
    if (!task) {
      throw new DomainError(
        "illegal-move",
        "That task is no longer in the list: somebody tried it again or dropped it, or it is too old to be kept.",
      );
    }
    await tasks[action](trx, task);
    await recordAudit(trx, {
      actorId: adminId,
      action: action === "retry" ? "task-retried" : "task-dropped",
      subjectKind: "task",
      subjectId: task.id,
      details: { task: task.name },
    });
  });
}

/** Asks the worker for a new search index. Asked twice before it starts, it is built once. */
export async function askForRebuild(
  { db, tasks }: Given,
  { adminId }: { adminId: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await tasks.enqueue(trx, "rebuild-search", {});
    await recordAudit(trx, {
      actorId: adminId,
      action: "search-rebuilt",
      subjectKind: "search",
      subjectId: null,
    });
  });
}

/** Sends a refused search document to the engine again. */
export async function retryMark(
  { db }: Pick<Deps, "db">,
  { adminId, jobId }: { adminId: string; jobId: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await markJobsDirty(trx, [jobId]);
    await recordAudit(trx, {
      actorId: adminId,
      action: "mark-retried",
      subjectKind: "job",
      subjectId: jobId,
    });
  });
}
