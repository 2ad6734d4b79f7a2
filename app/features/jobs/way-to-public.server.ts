import { DomainError } from "#app/domain/errors.ts";
import { type ReviewPolicy, reviewFirst } from "#app/domain/job-review.ts";
import type { Db } from "#db/client.ts";
import { findEmployerStanding } from "#db/queries/employers.ts";

/** How this employer's drafts become public under the board's policy. Throws "not-allowed" for a suspended employer. */
export async function wayToPublic(
  db: Db,
  { jobReview, employerId }: { jobReview: ReviewPolicy; employerId: string },
): Promise<"publish" | "submit-for-review"> {
  const employer = await findEmployerStanding(db, employerId);
  if (employer?.suspendedAt) {
    throw new DomainError(
      "not-allowed",
      `Your employer page is suspended, so nothing can be published. The reason given: ${employer.suspendedReason ?? "none"}`,
    );
  }
  return employer && reviewFirst(jobReview, employer) ? "submit-for-review" : "publish";
}
