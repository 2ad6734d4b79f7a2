import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { countUnread } from "#db/queries/message-threads.ts";

/** Threads that hold something this person's side has not read; 0 for whoever has no desk. */
export async function countUnreadThreads(
  { db }: Pick<Deps, "db">,
  { kind, userId, membership }: Viewer,
): Promise<number> {
  if (kind === "applicant") return countUnread(db, { applicantId: userId });
  return membership ? countUnread(db, { employerId: membership.employerId }) : 0;
}
