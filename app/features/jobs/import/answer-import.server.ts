import { notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { deleteImport, findImport, updateImport } from "#db/queries/job-imports.ts";
import type { Member } from "../own-job.server.ts";

interface Ask {
  member: Member;
  importId: string;
}

/** Throws `DomainError("not-found")` for an unknown import and for another employer's alike. */
export async function requireImport(
  { db }: Pick<Deps, "db">,
  of: { employerId: string; importId: string },
): Promise<void> {
  if (!(await findImport(db, of))) throw notFoundError();
}

/** Has drafts made of an import's rows. Pressed twice, or by two members, it happens once. */
export async function confirmImport(
  deps: Pick<Deps, "db" | "tasks">,
  { member, importId, includesIncomplete }: Ask & { includesIncomplete: boolean },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    if (!(await findImport(trx, { employerId: member.employerId, importId })))
      throw notFoundError();
    const changes = { status: "importing", includesIncomplete } as const;
    if (!(await updateImport(trx, { importId, from: "read" }, changes))) return;
    await deps.tasks.enqueue(trx, "import-jobs", { importId });
  });
}

/** Forgets an import and its file; drafts made of it stay. Nothing happens to one being worked on. */
export async function discardImport(
  { db }: Pick<Deps, "db">,
  { member: { employerId }, importId }: Ask,
): Promise<boolean> {
  if (!(await findImport(db, { employerId, importId }))) throw notFoundError();
  return await deleteImport(db, { employerId, importId });
}
