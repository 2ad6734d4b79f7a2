import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import { NOT_FOUND_SENTENCE } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { derivedKey, once } from "#app/web/once.server.ts";
import { holdParties } from "#db/queries/message-parties.ts";
import { postMessage } from "./post-message.server.ts";
import { mayWriteAs, viewersOnlyRead } from "./thread-access.ts";

export interface BulkMessage {
  viewer: Viewer & { membership: Membership };
  /** At most 200; one given twice counts once. */
  applicationIds: readonly string[];
  /** With fields in braces: each applicant gets their own words. */
  body: string;
  idempotencyKey: string;
}

export interface BulkOutcome {
  applicationId: string;
  /** As on the application; null for one this employer has not. */
  name: string | null;
  sent: boolean;
  /** Why it was not sent; "" when it was. */
  why: string;
}

/** Small enough that nobody waits long for an application held here, large enough to be quick. */
const CHUNK = 20;

/**
 * Writes to several applicants, each in their own words, and says of every one what came of it. Each message commits
 * with its mail, 20 at a time; sent again with the same key, it goes on where it stopped and nobody gets it twice.
 * Refuses with `DomainError`: "not-allowed" for a viewer, "key-reused" with other words, "too-many-attempts".
 */
export async function sendBulkMessage(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  { viewer, applicationIds, body, idempotencyKey }: BulkMessage,
): Promise<BulkOutcome[]> {
  const { employerId } = viewer.membership;
  if (!mayWriteAs("employer", viewer, { employerId, applicantId: "" })) throw viewersOnlyRead();
  await spendAttempt(deps, "message-bulk", { account: viewer.userId });
  const ids = [...new Set(applicationIds)];
  await once(deps.db, {
    key: idempotencyKey,
    userId: viewer.userId,
    route: "/messages",
    body: JSON.stringify([body, [...ids].sort()]),
    location: "",
  });
  const outcomes = new Map<string, BulkOutcome>();
  for (let at = 0; at < ids.length; at += CHUNK) {
    const chunk = ids.slice(at, at + CHUNK);
    for (const outcome of await sendSome(deps, { viewer, chunk, body, idempotencyKey })) {
      outcomes.set(outcome.applicationId, outcome);
    }
  }
  return ids.map(
    (applicationId) =>
      outcomes.get(applicationId) ?? {
        applicationId,
        name: null,
        sent: false,
        why: NOT_FOUND_SENTENCE,
      },
  );
}

function sendSome(
  deps: Pick<Deps, "db" | "tasks" | "origin">,
  {
    viewer,
    chunk,
    body,
    idempotencyKey,
  }: Omit<BulkMessage, "applicationIds"> & { chunk: readonly string[] },
): Promise<BulkOutcome[]> {
  return deps.db.transaction().execute(async (trx) => {
    const held = await holdParties(trx, chunk);
    const outcomes: BulkOutcome[] = [];
    for (const parties of held) {
      const { applicationId, employerId, sentName } = parties;
      if (employerId !== viewer.membership.employerId) continue;
      const posted = await postMessage(deps, trx, {
        viewer,
        side: "employer",
        parties,
        body,
        idempotencyKey: derivedKey(idempotencyKey, applicationId),
      });
      const why = posted.ok ? "" : posted.refusal.message;
      outcomes.push({ applicationId, name: sentName, sent: posted.ok, why });
    }
    return outcomes;
  });
}
