import { notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import { requestReading } from "#db/queries/resume-readings.ts";
import { findResume } from "#db/queries/resumes.ts";

/**
 * Has one of an applicant's own résumés read in the background. Asking again while the answer is awaited adds
 * nothing. Throws `DomainError("not-found")` for anyone else's.
 */
export async function requestResumeReading(
  deps: Pick<Deps, "db" | "tasks">,
  ids: { userId: string; resumeId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    if (!(await findResume(trx, ids))) throw notFoundError();
    await enqueueReading(trx, deps, ids.resumeId);
  });
}

/** Adds the reading of a résumé to the caller's transaction. */
export async function enqueueReading(
  trx: Db,
  { tasks }: Pick<Deps, "tasks">,
  resumeId: string,
): Promise<void> {
  if (await requestReading(trx, resumeId)) await tasks.enqueue(trx, "read-resume", { resumeId });
}
