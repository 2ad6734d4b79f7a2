import { listSearchableJobs } from "#db/queries/searchable-jobs.ts";
import type { SearchEngine } from "../client.ts";
import { type JobDocument, jobDocument } from "../documents/job-document.ts";
import type { SyncDeps } from "./sync-deps.ts";
import { done, Refused } from "./tasks.ts";

export interface Written {
  /** Ids whose document is now right, or rightly gone. */
  written: string[];
  refused: { id: string; reason: string }[];
}

/**
 * Brings documents up to date with the current rows of `ids`: published jobs are put whole, all others taken out.
 * Rejects when the engine is away; a document it refuses is told apart from its neighbours.
 */
export async function writeJobs(
  { db, search }: SyncDeps,
  ids: readonly string[],
  indexes: readonly string[],
): Promise<Written> {
  const documents = (await listSearchableJobs(db, ids)).map(jobDocument);
  const open = new Set(documents.map(({ id }) => id));
  const gone = ids.filter((id) => !open.has(id));
  const refused = new Map<string, string>();
  for (const uid of indexes) {
    const index = search.client.index(uid);
    if (gone.length > 0) await done(index.deleteDocuments(gone));
    for (const { id, reason } of await putDocuments(search, uid, documents))
      refused.set(id, reason);
  }
  return {
    written: ids.filter((id) => !refused.has(id)),
    refused: [...refused].map(([id, reason]) => ({ id, reason })),
  };
}

/** Puts documents in one index. One bad document fails a whole addition, so a refused batch is halved until found. */
export async function putDocuments(
  engine: Pick<SearchEngine, "client">,
  uid: string,
  documents: readonly JobDocument[],
): Promise<{ id: string; reason: string }[]> {
  const [first] = documents;
  if (!first) return [];
  try {
    await done(engine.client.index(uid).addDocuments([...documents], { primaryKey: "id" }));
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (documents.length === 1) return [{ id: first.id, reason: error.message }];
    const half = Math.ceil(documents.length / 2);
    return [
      ...(await putDocuments(engine, uid, documents.slice(0, half))),
      ...(await putDocuments(engine, uid, documents.slice(half))),
    ];
  }
}
