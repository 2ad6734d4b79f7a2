import { coderCode, maskProfile } from "#app/domain/coder-visibility.ts";
import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listInvitableJobs, listInvitationsTo } from "#db/queries/apply-invitations.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findSeenCoder } from "#db/queries/coder-scope.ts";
import { noteProfileView } from "#db/queries/profile-views.ts";
import { readProfileSnapshot } from "#db/queries/profiles.ts";
import { listResumes } from "#db/queries/resumes.ts";

const MOST_JOBS = 200;

export interface SeenCoder {
  publicId: string;
  /** Of an anonymous coder; null when the name is shown. */
  code: string | null;
  /** Masked for whoever may not know the name: nothing of it leaves this function otherwise. */
  profile: ProfileSnapshot;
  hasResume: boolean;
  jobs: { value: string; label: string }[];
  invitations: { id: string; jobId: string; title: string; status: string; at: string }[];
}

/**
 * A coder's profile as an employer sees it; null when it may not, or there is none. The look is noted for the coder
 * (once a day) and in the audit log, unless `ahead`: a page fetched before anybody asked for it.
 */
export async function readCoder(
  deps: Pick<Deps, "db">,
  {
    viewer,
    publicId,
    ahead,
  }: { viewer: Viewer & { membership: Membership }; publicId: string; ahead: boolean },
): Promise<SeenCoder | null> {
  const { employerId } = viewer.membership;
  return await deps.db.transaction().execute(async (trx) => {
    const coder = await findSeenCoder(trx, { publicId, employerId, viewerId: viewer.userId });
    const stored = coder ? await readProfileSnapshot(trx, coder.userId) : null;
    if (!coder || !stored) return null;
    const { userId, seesName } = coder;
    if (!ahead) {
      await noteProfileView(trx, { userId, employerId, resume: false });
      await recordAudit(trx, {
        actorId: viewer.userId,
        action: "profile-viewed",
        subjectKind: "profile",
        subjectId: userId,
        employerId,
      });
    }
    const jobs = await listInvitableJobs(trx, { employerId, userId, limit: MOST_JOBS });
    const invitations = await listInvitationsTo(trx, { employerId, userId });
    // Never a member number, whoever sees the name: it unlocks the coder's record at the issuer.
    const credentials = stored.credentials.map((one) => ({ ...one, number: "" }));
    return {
      publicId: coder.publicId,
      code: seesName ? null : coderCode(coder.publicId),
      profile: seesName ? { ...stored, credentials } : maskProfile(stored),
      hasResume: seesName && (await listResumes(trx, userId)).length > 0,
      jobs: jobs.map(({ id, title, city, state }) => ({
        value: id,
        label: [title, [city, state].filter(Boolean).join(", ")].filter(Boolean).join(" · "),
      })),
      invitations: invitations.map(({ createdAt, ...one }) => ({
        ...one,
        at: createdAt.toISOString(),
      })),
    };
  });
}
