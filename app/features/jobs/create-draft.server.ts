import { randomUUID } from "node:crypto";
import { kebab } from "#app/domain/slug.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { once } from "#app/web/once.server.ts";
import { randomTail } from "#app/web/random-tail.server.ts";
import { insertJob, insertJobEvent, replaceRequirements } from "#db/queries/job-writes.ts";
import { toJson } from "#db/schema/json-column.ts";
import { findPlace } from "./find-place.server.ts";
import { jobColumns } from "./job-columns.ts";
import type { Member } from "./own-job.server.ts";
import type { ReadJobForm } from "./read-job-form.server.ts";

/** "interventional-cardiology-coder-k3v9x2ab": readable, unique, and never changed once public. */
export const jobSlug = (title: string): string => `${kebab(title) || "job"}-${randomTail(8)}`;

/**
 * Starts a draft with what was typed so far. The key stands for one rendering of the empty form: however often it
 * is sent, and whatever was typed in between, it leads to the same draft.
 */
export async function createDraft(
  { db }: Pick<Deps, "db">,
  { member, read, idempotencyKey }: { member: Member; read: ReadJobForm; idempotencyKey: string },
): Promise<{ jobId: string; created: boolean }> {
  const jobId = randomUUID();
  return db.transaction().execute(async (trx) => {
    const earlier = await once(trx, {
      key: idempotencyKey,
      userId: member.userId,
      route: "create-draft",
      body: member.employerId,
      location: jobId,
    });
    if (earlier) return { jobId: earlier, created: false };
    const columns = jobColumns(read.partial, findPlace);
    await insertJob(trx, {
      ...columns,
      id: jobId,
      slug: jobSlug(columns.title),
      employerId: member.employerId,
      createdBy: member.userId,
      formDraft: toJson(read.job ? null : read.form.values),
    });
    await replaceRequirements(trx, jobId, read.partial.requirements ?? []);
    await insertJobEvent(trx, {
      jobId,
      actorId: member.userId,
      kind: "create",
      fromStatus: null,
      toStatus: "draft",
    });
    return { jobId, created: true };
  });
}
