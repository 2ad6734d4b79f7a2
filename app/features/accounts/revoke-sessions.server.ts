import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { deleteSessionOf, deleteSessionsOf } from "#db/queries/sessions.ts";

/** Ends one of the viewer's sessions, or without `sessionId` all but the one that asks. At once, everywhere. */
export async function revokeSessions(
  { db }: Pick<Deps, "db">,
  { viewer, sessionId }: { viewer: Viewer; sessionId?: string },
): Promise<void> {
  if (sessionId) await deleteSessionOf(db, viewer.userId, sessionId);
  else await deleteSessionsOf(db, viewer.userId, viewer.sessionId);
}
