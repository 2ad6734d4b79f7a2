import { notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { deleteApplicationDraft } from "#db/queries/application-drafts.ts";
import { findPublicJob } from "#db/queries/job-pages.ts";

/** Drops what was typed for an application to a job; throws "not-found" for a job nobody may know of. */
export async function discardDraft(
  { db }: Pick<Deps, "db">,
  { userId, slug }: { userId: string; slug: string },
): Promise<void> {
  const job = await findPublicJob(db, slug);
  if (!job) throw notFoundError();
  await deleteApplicationDraft(db, { userId, jobId: job.id });
}
