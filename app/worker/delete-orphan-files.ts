import type { Deps } from "#app/platform/deps.server.ts";
import { deleteOrphanFileRows, findKnownStorageKeys } from "#db/queries/orphan-files.ts";

type Given = Pick<Deps, "db" | "files" | "log" | "clock">;

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

/**
 * Removes files nobody refers to after a day. The row goes first: bytes without a row are found by the second
 * half, a row without bytes would be a résumé that cannot be opened.
 */
export async function deleteOrphanFiles(deps: Given): Promise<void> {
  const removed = (await removeUnreferenced(deps)) + (await removeUnknown(deps));
  if (removed > 0) deps.log.info({ removed }, "orphan files deleted");
}

async function removeUnreferenced({ db, files }: Given): Promise<number> {
  for (let total = 0; ; ) {
    const keys = await deleteOrphanFileRows(db, BATCH);
    for (const key of keys) await files.remove(key);
    total += keys.length;
    if (keys.length < BATCH) return total;
  }
}

async function removeUnknown(deps: Given): Promise<number> {
  const before = deps.clock().getTime() - DAY_MS;
  let removed = 0;
  let old: string[] = [];
  for await (const { storageKey, storedAt } of deps.files.list()) {
    if (storedAt.getTime() < before) old.push(storageKey);
    if (old.length < BATCH) continue;
    removed += await removeWithoutRow(deps, old);
    old = [];
  }
  return removed + (await removeWithoutRow(deps, old));
}

async function removeWithoutRow({ db, files }: Given, keys: readonly string[]): Promise<number> {
  const known = await findKnownStorageKeys(db, keys);
  const unknown = keys.filter((key) => !known.has(key));
  for (const key of unknown) await files.remove(key);
  return unknown.length;
}
