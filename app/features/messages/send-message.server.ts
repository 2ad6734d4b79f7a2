import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findParties, holdParties } from "#db/queries/message-parties.ts";
import type { MessageInput } from "./message.form.ts";
import { postMessage } from "./post-message.server.ts";
import { mayWriteAs, requireSide, viewersOnlyRead } from "./thread-access.ts";

/**
 * Sends one message of an application's thread, from whichever side the viewer is on, and answers its id. The same
 * key again answers the same id. Refuses with `DomainError`: "not-found" for a stranger, "not-allowed" for a viewer,
 * "illegal-move" once withdrawn, "incomplete" for a field with nothing to say, "too-many-attempts".
 */
export async function sendMessage(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  { viewer, applicationId, input }: { viewer: Viewer; applicationId: string; input: MessageInput },
): Promise<string> {
  const known = await findParties(deps.db, applicationId);
  const side = requireSide(viewer, known);
  if (known && !mayWriteAs(side, viewer, known)) throw viewersOnlyRead();
  const limit = side === "applicant" ? "message-applicant" : "message-member";
  await spendAttempt(deps, limit, { account: viewer.userId });
  return deps.db.transaction().execute(async (trx) => {
    const [parties] = await holdParties(trx, [applicationId]);
    // Asked again of the row that is held: the job may have changed hands since.
    if (!parties || requireSide(viewer, parties) !== side) throw viewersOnlyRead();
    const posted = await postMessage(deps, trx, { viewer, side, parties, ...input });
    if (!posted.ok) throw posted.refusal;
    return posted.messageId;
  });
}
