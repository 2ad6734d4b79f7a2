import { createHash } from "node:crypto";
import type { ApplicationStage, RejectReason } from "#app/domain/application-stage.ts";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import {
  claimBulkAnswer,
  holdBulkAnswer,
  insertBulkOutcome,
  listChosen,
} from "#db/queries/bulk-answers.ts";
import { holdToAnswer } from "../answering.server.ts";
import { moveHeld } from "../move-application.server.ts";
import { rejectHeld } from "../reject-application.server.ts";
import { requireAnsweringDesk } from "./own-desk.server.ts";
import { wordsFor } from "./shared-words.server.ts";

/** What several applications are answered with; words may hold the fields of message templates. */
export type SharedAnswer =
  | { kind: "move"; stage: ApplicationStage; message: string }
  | { kind: "reject"; reason: RejectReason; rejectMessage: string };

export interface SeenApplication {
  id: string;
  version: number;
}

interface Asked {
  viewer: Viewer & { membership: Membership };
  jobId: string;
  /** The form's key: the same key answers each application once, however often it is sent. */
  key: string;
  seen: readonly SeenApplication[];
  answer: SharedAnswer;
}

type Tools = Pick<Deps, "db" | "tasks" | "origin">;

// A lock on every row of a page would make colleagues wait for the last mail of it.
const CHUNK = 10;

/**
 * Moves or declines several applications of one job, each as if answered alone: what has changed meanwhile or may not
 * move is left as it is, with the reason kept for the report. Commits every ten; what a crash left is done by sending
 * again.
 */
export async function answerSeveral(deps: Tools, asked: Asked): Promise<void> {
  const { viewer, jobId, key, seen, answer } = asked;
  await requireAnsweringDesk(deps.db, { viewer, jobId });
  await claim(deps.db, asked);
  const chosen = await listChosen(deps.db, { jobId, ids: seen.map(({ id }) => id) });
  const own = new Map(chosen.map(({ id }, position) => [id, position]));
  // In one order for everybody: two answers to the same applications then wait instead of deadlocking.
  const queue = seen.filter(({ id }) => own.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let at = 0; at < queue.length; at += CHUNK) {
    const chunk = queue.slice(at, at + CHUNK);
    await deps.db.transaction().execute(async (trx) => {
      const settled = await holdBulkAnswer(trx, key);
      for (const one of chunk) {
        if (settled.has(one.id)) continue;
        await insertBulkOutcome(trx, {
          bulkAnswerId: key,
          applicationId: one.id,
          position: own.get(one.id) ?? 0,
          refusal: await answerOne(deps, trx, { viewer, seen: one, answer }),
        });
      }
    });
  }
}

async function claim(db: Db, { viewer, jobId, key, seen, answer }: Asked): Promise<void> {
  const bodyHash = createHash("sha256").update(JSON.stringify({ seen, answer })).digest("hex");
  const actorId = viewer.userId;
  const first = await claimBulkAnswer(db, { id: key, jobId, actorId, kind: answer.kind, bodyHash });
  if (first.jobId === jobId && first.actorId === actorId && first.bodyHash === bodyHash) return;
  throw new DomainError(
    "key-reused",
    "This form was sent before with other content. Reload the page to see what came of it.",
  );
}

/** null when it is done, else why not. */
async function answerOne(
  deps: Tools,
  trx: Db,
  { viewer, seen, answer }: { viewer: Viewer; seen: SeenApplication; answer: SharedAnswer },
): Promise<string | null> {
  const { version } = seen;
  try {
    const application = await holdToAnswer(trx, viewer, seen.id);
    if (answer.kind === "move") {
      const { stage } = answer;
      const message = wordsFor(application, viewer, answer.message);
      const input = { stage, message, version };
      await moveHeld(deps, trx, { viewer, application, input, tell: "now" });
    } else {
      const { reason } = answer;
      const rejectMessage = wordsFor(application, viewer, answer.rejectMessage);
      const input = { reason, rejectMessage, version };
      await rejectHeld(deps, trx, { viewer, application, input });
    }
    return null;
  } catch (error) {
    // Every refusal comes before the first write, so the rest of the chunk stands.
    if (isDomainError(error)) return error.message;
    throw error;
  }
}
