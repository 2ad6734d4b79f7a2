import type { Readable } from "node:stream";
import { notFoundError } from "#app/domain/errors.ts";
import { canReadApplication } from "#app/domain/policies/application.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { holdApplication } from "#db/queries/application-answers.ts";
import { findSentResume } from "#db/queries/application-resumes.ts";
import { insertApplicationEvent } from "#db/queries/application-writes.ts";
import { recordAudit } from "#db/queries/audit.ts";

export interface OpenedResume {
  stream: Readable;
  contentType: string;
  byteSize: number;
  filename: string;
}

/**
 * Opens the resume of an application for a member of its employer. The opening is on the applicant's timeline
 * and in the audit log before the first byte leaves.
 */
export async function openResume(
  deps: Pick<Deps, "db" | "files">,
  { viewer, applicationId }: { viewer: Viewer; applicationId: string },
): Promise<OpenedResume> {
  const { storageKey, ...meta } = await deps.db.transaction().execute(async (trx) => {
    const application = await holdApplication(trx, applicationId);
    if (!application || !canReadApplication(viewer, application)) throw notFoundError();
    const file = await findSentResume(trx, application.id);
    if (!file) throw notFoundError();
    await insertApplicationEvent(trx, {
      applicationId: application.id,
      actorId: viewer.userId,
      kind: "resume-opened",
      fromStage: application.stage,
      toStage: application.stage,
    });
    await recordAudit(trx, {
      actorId: viewer.userId,
      action: "resume-opened",
      subjectKind: "application",
      subjectId: application.id,
      employerId: application.employerId,
    });
    return file;
  });
  return { stream: await deps.files.open(storageKey), ...meta };
}
