import { EXPORT_PAUSE_HOURS } from "#app/domain/account-leaving.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { insertExport } from "#db/queries/account-exports.ts";
import { recordAudit } from "#db/queries/audit.ts";

/** Has the worker make an export; false when one was asked for not long ago. */
export async function requestExport(
  deps: Pick<Deps, "db" | "tasks">,
  { userId }: { userId: string },
): Promise<boolean> {
  return await deps.db.transaction().execute(async (trx) => {
    const exportId = await insertExport(trx, { userId, pauseHours: EXPORT_PAUSE_HOURS });
    if (!exportId) return false;
    await deps.tasks.enqueue(trx, "export-account", { exportId });
    await recordAudit(trx, {
      actorId: userId,
      action: "account-exported",
      subjectKind: "user",
      subjectId: userId,
    });
    return true;
  });
}
