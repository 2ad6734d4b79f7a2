import { createHmac } from "node:crypto";
import { Meilisearch } from "meilisearch";

// A key's text follows from the master key and these, so that it need not be stored or asked for.
const SEARCH_UID = "6f0a4f5e-6f0c-4b57-9c39-5d9f5a5a4a01";
const INDEXER_UID = "0e9d1f5c-7a3b-4d5e-8f41-1c2b3a4d5e02";

export interface SearchKeys {
  /** May only search jobs*: for the web process. */
  searchKey: string;
  /** All rights on jobs* and the tasks it causes: for the worker. */
  indexerKey: string;
}

/** The two scoped keys that `ensureSearchKeys` makes under this master key. */
export function searchKeysOf(master: string): SearchKeys {
  const text = (uid: string) => createHmac("sha256", master).update(uid).digest("hex");
  return { searchKey: text(SEARCH_UID), indexerKey: text(INDEXER_UID) };
}

/** Makes the two keys where they are missing. `indexes` they reach: default jobs*. */
export async function ensureSearchKeys(
  url: string,
  master: string,
  indexes = "jobs*",
): Promise<SearchKeys> {
  const client = new Meilisearch({ host: url, apiKey: master });
  const { results } = await client.getKeys({ limit: 100 });
  const wanted = [
    { uid: SEARCH_UID, actions: ["search"], name: "CareerCenter web: search only" },
    {
      uid: INDEXER_UID,
      actions: ["search", "documents.*", "indexes.*", "settings.*", "tasks.*", "stats.get"],
      name: "CareerCenter worker: keeps the index",
    },
  ];
  for (const { uid, actions, name } of wanted) {
    if (results.some((key) => key.uid === uid)) continue;
    const key = { uid, actions, name, indexes: [indexes], expiresAt: null };
    await client.createKey(key as Parameters<Meilisearch["createKey"]>[0]);
  }
  return searchKeysOf(master);
}
