import { DomainError } from "#app/domain/errors.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { insertNote } from "#db/queries/application-writes.ts";
import { holdToAnswer } from "./answering.server.ts";

/** Adds a note that only members of the employer read; never to a withdrawn application, which holds nothing. */
export async function addNote(
  deps: Pick<Deps, "db">,
  { viewer, applicationId, body }: { viewer: Viewer; applicationId: string; body: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const { id, stage } = await holdToAnswer(trx, viewer, applicationId);
    if (stage === "withdrawn") {
      throw new DomainError("illegal-move", "The applicant withdrew, so nothing is kept here.");
    }
    await insertNote(trx, { applicationId: id, authorId: viewer.userId, body });
  });
}
