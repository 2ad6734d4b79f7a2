import type { Deps } from "#app/platform/deps.server.ts";
import { replaceRequirements, updateSeenJob } from "#db/queries/job-writes.ts";
import { toJson } from "#db/schema/json-column.ts";
import { findPlace } from "./find-place.server.ts";
import { jobColumns } from "./job-columns.ts";
import {
  changedMeanwhile,
  type Member,
  requireOwnJob,
  requireStatus,
  requireVersion,
  type SeenVersion,
} from "./own-job.server.ts";
import type { ReadJobForm } from "./read-job-form.server.ts";

/**
 * Keeps everything typed. A draft takes over what is valid; a published or paused job stays as people see it and
 * keeps the changes beside it until they are published. Answers the job's new version.
 */
export async function saveDraft(
  { db }: Pick<Deps, "db">,
  { member, seen, read }: { member: Member; seen: SeenVersion; read: ReadJobForm },
): Promise<{ version: number }> {
  return db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, seen.jobId);
    requireStatus(job, ["draft", "published", "paused"], "edited");
    requireVersion(job, seen.version);
    const isDraft = job.status === "draft";
    const version = await updateSeenJob(trx, job, {
      ...(isDraft ? jobColumns(read.partial, findPlace) : {}),
      formDraft: toJson(isDraft && read.job ? null : read.form.values),
    });
    if (version === null) throw changedMeanwhile();
    if (isDraft && read.partial.requirements) {
      await replaceRequirements(trx, job.id, read.partial.requirements);
    }
    return { version };
  });
}
