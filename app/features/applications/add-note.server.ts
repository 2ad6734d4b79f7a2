import { DomainError } from "#app/domain/errors.ts";
import { mentionedIn } from "#app/domain/mentions.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { insertNote } from "#db/queries/application-writes.ts";
import { insertMentions, listMentionable } from "#db/queries/note-mentions.ts";
import { holdToAnswer, mailFactsOf } from "./answering.server.ts";
import { noteMentionedEmail } from "./note-mentioned.email.ts";

interface Note {
  viewer: Viewer;
  applicationId: string;
  body: string;
  /** Members to tell, beside those the text names as "@Full Name". */
  tell?: readonly string[];
}

/**
 * Adds a note that only members of the employer read, and tells those it mentions; never to a withdrawn application,
 * which holds nothing.
 */
export async function addNote(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  { viewer, applicationId, body, tell = [] }: Note,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const application = await holdToAnswer(trx, viewer, applicationId);
    if (application.stage === "withdrawn") {
      throw new DomainError("illegal-move", "The applicant withdrew, so nothing is kept here.");
    }
    const members = await listMentionable(trx, application.employerId);
    if (tell.some((id) => !members.some(({ userId }) => userId === id))) {
      throw new DomainError(
        "changed-meanwhile",
        "Somebody you chose to tell is no longer a member. Choose again; your note is not kept yet.",
      );
    }
    const meant = new Set([...tell, ...mentionedIn(body, members)]);
    const told = members.filter(({ userId }) => meant.has(userId) && userId !== viewer.userId);
    const noteId = await insertNote(trx, { applicationId, authorId: viewer.userId, body });
    await insertMentions(trx, { noteId, userIds: told.map(({ userId }) => userId) });
    for (const { name, address } of told.filter(({ mailed }) => mailed)) {
      const mail = noteMentionedEmail({
        ...mailFactsOf(deps, application),
        to: { name, address },
        authorName: viewer.name,
        applicantName: application.applicantName,
      });
      await deps.tasks.enqueue(trx, "send-mail", mail);
    }
  });
}
