import type { Readable } from "node:stream";
import { notFoundError } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findSeenCoder } from "#db/queries/coder-scope.ts";
import { noteProfileView } from "#db/queries/profile-views.ts";
import { findResume, listResumes } from "#db/queries/resumes.ts";

export interface OpenedResume {
  stream: Readable;
  contentType: string;
  byteSize: number;
  filename: string;
}

/**
 * Opens the default résumé of a coder whose name this employer sees. The opening is noted for the coder and in the
 * audit log before the first byte leaves. "not-found" for everyone else.
 */
export async function openCoderResume(
  deps: Pick<Deps, "db" | "files">,
  { viewer, publicId }: { viewer: Viewer & { membership: Membership }; publicId: string },
): Promise<OpenedResume> {
  const { employerId } = viewer.membership;
  const { storageKey, contentType, byteSize, filename } = await deps.db
    .transaction()
    .execute(async (trx) => {
      const coder = await findSeenCoder(trx, { publicId, employerId, viewerId: viewer.userId });
      if (!coder?.seesName) throw notFoundError();
      const { userId } = coder;
      const [first] = await listResumes(trx, userId);
      const resume = first ? await findResume(trx, { userId, resumeId: first.id }) : null;
      if (!resume) throw notFoundError();
      await noteProfileView(trx, { userId, employerId, resume: true });
      await recordAudit(trx, {
        actorId: viewer.userId,
        action: "resume-opened",
        subjectKind: "profile",
        subjectId: userId,
        employerId,
      });
      return resume;
    });
  return { stream: await deps.files.open(storageKey), contentType, byteSize, filename };
}
