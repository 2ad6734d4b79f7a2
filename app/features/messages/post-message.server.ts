import { randomUUID } from "node:crypto";
import { DomainError, type DomainErrorCode } from "#app/domain/errors.ts";
import { canWriteMessages, MESSAGE_BODY_MAX, type ThreadSide } from "#app/domain/message-thread.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { once } from "#app/web/once.server.ts";
import type { Db } from "#db/client.ts";
import { listMembersToTell, type MessageParties } from "#db/queries/message-parties.ts";
import { insertMessage, markReplied } from "#db/queries/messages.ts";
import { hasStoppedMail } from "#db/queries/stopped-mails.ts";
import { messageToApplicantEmail, messageToMemberEmail } from "./message.email.ts";
import { EMPLOYER_SUSPENDED, fillFor, whyMissing } from "./message-words.ts";

interface Post {
  viewer: Viewer;
  side: ThreadSide;
  /** Held by this transaction. */
  parties: MessageParties;
  body: string;
  idempotencyKey: string;
}

export type Posted = { ok: true; messageId: string } | { ok: false; refusal: DomainError };

/**
 * Puts one message into a thread and mails the other side, in the caller's transaction. The same key again answers
 * the message it made. A refusal is answered, not thrown: several may be sent in one transaction.
 */
export async function postMessage(
  deps: Pick<Deps, "tasks" | "origin">,
  trx: Db,
  post: Post,
): Promise<Posted> {
  const { viewer, side, parties } = post;
  const { applicationId, employerId, applicantId } = parties;
  const body = wordsOf(post);
  if (!body.ok) return body;
  const messageId = randomUUID();
  const earlier = await once(trx, {
    key: post.idempotencyKey,
    userId: viewer.userId,
    route: `/messages/${applicationId}`,
    body: post.body,
    location: messageId,
  });
  if (earlier) return { ok: true, messageId: earlier };
  await insertMessage(trx, {
    id: messageId,
    applicationId,
    employerId,
    applicantId,
    senderId: viewer.userId,
    side,
    body: body.text,
  });
  if (side === "employer") await markReplied(trx, applicationId);
  await mailOtherSide(deps, trx, { ...post, body: body.text });
  return { ok: true, messageId };
}

const refuse = (code: DomainErrorCode, sentence: string) =>
  ({ ok: false, refusal: new DomainError(code, sentence) }) as const;

/** The message as it will be read, or why it may not be sent. */
function wordsOf({
  viewer,
  side,
  parties,
  body,
}: Omit<Post, "idempotencyKey">): { ok: true; text: string } | { ok: false; refusal: DomainError } {
  if (!canWriteMessages(parties.stage)) {
    return refuse(
      "illegal-move",
      side === "employer"
        ? "The applicant withdrew, so no message can be sent. What was written stays here."
        : "You withdrew this application, so no message can be sent. What was written stays here.",
    );
  }
  // Also to members: the viewer was read before the row was held.
  if (parties.employerSuspended) return refuse("not-allowed", EMPLOYER_SUSPENDED);
  if (side === "applicant") return { ok: true, text: body };
  // Once an application is blanked its employer learns the name from nowhere else.
  const about = { ...parties, applicantName: parties.sentName ?? "" };
  const filled = fillFor(body, about, viewer.name);
  if (filled.missing.length > 0) return refuse("incomplete", whyMissing(filled.missing));
  if (filled.text.length <= MESSAGE_BODY_MAX) return { ok: true, text: filled.text };
  return refuse(
    "incomplete",
    `With its fields filled in the message is longer than ${MESSAGE_BODY_MAX.toLocaleString("en-US")} characters.`,
  );
}

async function mailOtherSide(
  { tasks, origin }: Pick<Deps, "tasks" | "origin">,
  trx: Db,
  { viewer, side, parties, body }: Post,
): Promise<void> {
  const { applicationId, employerId, applicantId } = parties;
  const { jobTitle, employerName, applicantName, applicantEmail } = parties;
  const facts = { origin, applicationId, jobTitle, employerName, body };
  if (side === "employer") {
    if (await hasStoppedMail(trx, { userId: applicantId, mail: "new-message" })) return;
    const to = { name: applicantName, address: applicantEmail };
    const mail = messageToApplicantEmail({ ...facts, to, senderName: viewer.name });
    await tasks.enqueue(trx, "send-mail", mail);
    return;
  }
  for (const to of await listMembersToTell(trx, { applicationId, employerId })) {
    const name = parties.sentName ?? applicantName;
    const mail = messageToMemberEmail({ ...facts, to, applicantName: name });
    await tasks.enqueue(trx, "send-mail", mail);
  }
}
