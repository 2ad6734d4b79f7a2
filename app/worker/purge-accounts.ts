import { withdrawEverything } from "#app/features/applications/withdraw-everything.server.ts";
import { capturedMailFolder, removeCapturedMail } from "#app/platform/captured-mail.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { holdDueDeletion, listDueDeletions } from "#db/queries/account-deletions.ts";
import { deletePerson, deleteTasksNaming, detachApplications } from "#db/queries/account-purge.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { dissolveEmployers, promoteSuccessors } from "#db/queries/leaving-employers.ts";
import { deleteUnnamedFiles, listOwnedFileIds } from "#db/queries/owned-files.ts";
import { listOwnedTables } from "#db/queries/owned-tables.ts";

type Given = Pick<Deps, "db" | "tasks" | "files" | "origin" | "log" | "varDir">;

const AT_ONCE = 50;

/** Deletes the accounts whose days of grace are over: from the database, the files, and the mail that waits. */
export async function purgeAccounts(deps: Given): Promise<void> {
  const due = await listDueDeletions(deps.db, AT_ONCE);
  for (const userId of due) {
    try {
      await purgeAccount(deps, userId);
    } catch (error) {
      // One that cannot be deleted must not keep the others from it.
      deps.log.error({ err: error, userId }, "an account could not be deleted");
    }
  }
  if (due.length > 0) deps.log.info({ accounts: due.length }, "accounts deleted");
}

async function purgeAccount(deps: Given, userId: string): Promise<void> {
  const gone = await deps.db.transaction().execute(async (trx) => {
    const person = await holdDueDeletion(trx, userId);
    if (!person) return null;
    const fileIds = await listOwnedFileIds(trx, await listOwnedTables(trx, userId));
    await withdrawEverything(deps, trx, userId);
    await detachApplications(trx, userId);
    await promoteSuccessors(trx, userId);
    await dissolveEmployers(trx, userId);
    await deletePerson(trx, person);
    await deleteTasksNaming(trx, person);
    await recordAudit(trx, {
      actorId: null,
      action: "account-deleted",
      subjectKind: "user",
      subjectId: userId,
    });
    return { email: person.email, storageKeys: await deleteUnnamedFiles(trx, fileIds) };
  });
  if (!gone) return;
  // After the commit: bytes without a row are swept up, a row without bytes would be a lie.
  for (const storageKey of gone.storageKeys) await deps.files.remove(storageKey);
  await removeCapturedMail(
    capturedMailFolder(deps.varDir),
    ({ to }) => to.address.toLowerCase() === gone.email.toLowerCase(),
  );
}
