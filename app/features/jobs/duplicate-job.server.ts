import { randomUUID } from "node:crypto";
import type { Deps } from "#app/platform/deps.server.ts";
import { once } from "#app/web/once.server.ts";
import { insertJob, insertJobEvent, replaceRequirements } from "#db/queries/job-writes.ts";
import { toJson } from "#db/schema/json-column.ts";
import { jobSlug } from "./create-draft.server.ts";
import { type Member, requireOwnJob } from "./own-job.server.ts";
import { requireAnswered } from "./repost.server.ts";

/**
 * Starts a draft that says what a job says, of any status, but for its closing day and reference. Answers the draft's id.
 * Throws `DomainError("stands-unanswered")` while applications of the job have no answer.
 */
export async function duplicateJob(
  { db }: Pick<Deps, "db">,
  { member, jobId, idempotencyKey }: { member: Member; jobId: string; idempotencyKey: string },
): Promise<string> {
  const copyId = randomUUID();
  return db.transaction().execute(async (trx) => {
    const earlier = await once(trx, {
      key: idempotencyKey,
      userId: member.userId,
      route: "duplicate-job",
      body: jobId,
      location: copyId,
    });
    if (earlier) return earlier;
    const job = await requireOwnJob(trx, member, jobId);
    await requireAnswered(
      trx,
      job.firstPublishedAt ? job.id : (job.repostOfId ?? job.id),
      "copy it",
    );
    const {
      id: _id,
      slug: _slug,
      status: _status,
      version: _version,
      requirements,
      firstPublishedAt: _first,
      publishedAt: _published,
      confirmedAt: _confirmed,
      expiresAt: _expires,
      closedAt: _closed,
      closeReason: _reason,
      closesOn: _closesOn,
      reference: _reference,
      repostedAt: _reposted,
      publishAt: _publishAt,
      scheduledBy: _scheduledBy,
      pauseReason: _pauseReason,
      repostOfId,
      createdAt: _created,
      updatedAt: _updated,
      ...content
    } = job;
    const { closesOn: _typedDay, ...typed } = job.formDraft ?? {};
    await insertJob(trx, {
      ...content,
      id: copyId,
      slug: jobSlug(job.title),
      createdBy: member.userId,
      repostOfId: job.firstPublishedAt ? job.id : repostOfId,
      credentialRule: toJson(job.credentialRule),
      screeningQuestions: toJson(job.screeningQuestions),
      knockOuts: toJson(job.knockOuts),
      formDraft: toJson(job.status === "draft" && job.formDraft ? typed : null),
    });
    await replaceRequirements(trx, copyId, requirements);
    await insertJobEvent(trx, {
      jobId: copyId,
      actorId: member.userId,
      kind: "duplicate",
      fromStatus: null,
      toStatus: "draft",
      note: job.id,
    });
    return copyId;
  });
}
