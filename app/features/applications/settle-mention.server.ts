import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { setMentionDone } from "#db/queries/note-mentions.ts";

/** Puts one of the member's own mentions aside, or takes it up again; others' mentions are not touched. */
export async function settleMention(
  { db }: Pick<Deps, "db">,
  { viewer, noteId, done }: { viewer: Viewer; noteId: string; done: boolean },
): Promise<void> {
  await setMentionDone(db, { noteId, userId: viewer.userId, done });
}
