import { DomainError, notFoundError } from "#app/domain/errors.ts";
import { canAnswerApplication } from "#app/domain/policies/application.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import { findJobOf } from "#db/queries/pipeline-job.ts";

/** The job's title, for a member who may answer its applications; a stranger meets a 404, a viewer a refusal. */
export async function requireAnsweringDesk(
  db: Db,
  { viewer, jobId }: { viewer: Viewer & { membership: Membership }; jobId: string },
): Promise<{ id: string; title: string }> {
  const { employerId } = viewer.membership;
  const job = await findJobOf(db, { jobId, employerId });
  if (!job) throw notFoundError();
  if (canAnswerApplication(viewer, { employerId, applicantId: "" })) return job;
  throw new DomainError(
    "not-allowed",
    "Your role is viewer: you can read applications. Owners and recruiters answer them.",
  );
}
