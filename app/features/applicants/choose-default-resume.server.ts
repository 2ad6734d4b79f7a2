import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countResumesLocked, findResume, setDefaultResume } from "#db/queries/resumes.ts";

/** Makes one of an applicant's own résumés the one applications start with. Throws `DomainError("not-found")` for others. */
export async function chooseDefaultResume(
  { db }: Pick<Deps, "db">,
  ids: { userId: string; resumeId: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Also takes the profile's row, so that two choices made at once do not both become the default.
    await countResumesLocked(trx, ids.userId);
    if (!(await findResume(trx, ids))) {
      throw new DomainError("not-found", "This resume is no longer in your list.");
    }
    await setDefaultResume(trx, ids);
  });
}
