import type { SearchEngine } from "../client.ts";
import type { JobDocument } from "../documents/job-document.ts";
import { done, Refused } from "./tasks.ts";

const CHUNK = 1_000;

export interface RefusedDocument {
  id: string;
  reason: string;
}

type Engine = Pick<SearchEngine, "client">;

/**
 * Puts documents in one index and answers those the engine refuses. All are sent before any is waited for: the engine
 * takes what stands in its queue in one go, and each go costs about as much as a thousand documents.
 */
export async function putDocuments(
  engine: Engine,
  uid: string,
  documents: readonly JobDocument[],
): Promise<RefusedDocument[]> {
  const sent: { chunk: JobDocument[]; finished: Promise<unknown> }[] = [];
  for (let at = 0; at < documents.length; at += CHUNK) {
    const chunk = documents.slice(at, at + CHUNK);
    const enqueued = engine.client.index(uid).addDocuments(chunk, { primaryKey: "id" });
    const finished = done(enqueued);
    // Waited for below; until then its failure is not nobody's.
    finished.catch(() => {});
    await enqueued.catch(() => {});
    sent.push({ chunk, finished });
  }
  const refused: RefusedDocument[] = [];
  for (const { chunk, finished } of sent) {
    try {
      await finished;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push(
        ...(await findRefused(engine, uid, { documents: chunk, reason: error.message })),
      );
    }
  }
  return refused;
}

/** One bad document fails a whole addition: a refused one is halved until the bad are alone. */
async function findRefused(
  engine: Engine,
  uid: string,
  { documents, reason }: { documents: readonly JobDocument[]; reason: string },
): Promise<RefusedDocument[]> {
  const [first] = documents;
  if (!first) return [];
  if (documents.length === 1) return [{ id: first.id, reason }];
  const half = Math.ceil(documents.length / 2);
  return [
    ...(await putDocuments(engine, uid, documents.slice(0, half))),
    ...(await putDocuments(engine, uid, documents.slice(half))),
  ];
}
