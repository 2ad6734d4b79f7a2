import { listSearchableJobs } from "#db/queries/searchable-jobs.ts";
import { type JobDocument, jobDocument } from "../documents/job-document.ts";
import { putDocuments, type RefusedDocument } from "./put-documents.ts";
import type { SyncDeps } from "./sync-deps.ts";
import { done } from "./tasks.ts";

const PAGE = 1_000;

export interface Written {
  /** Ids whose document is now right, or rightly gone. */
  written: string[];
  refused: RefusedDocument[];
}

/**
 * Brings documents up to date with the current rows of `ids`: published jobs are put whole, all others taken out.
 * Rejects when the engine is away; a document it refuses is told apart from its neighbors.
 */
export async function writeJobs(
  { db, search }: SyncDeps,
  ids: readonly string[],
  indexes: readonly string[],
): Promise<Written> {
  const documents: JobDocument[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = await listSearchableJobs(db, ids.slice(at, at + PAGE));
    documents.push(...page.map(jobDocument));
  }
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
