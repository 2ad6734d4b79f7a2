import { isDeepStrictEqual } from "node:util";
import { MeilisearchApiError } from "meilisearch";
import type { SearchEngine } from "../client.ts";
import { JOB_INDEX_SETTINGS } from "../indexes/jobs.ts";
import { done } from "./tasks.ts";

type Engine = Pick<SearchEngine, "client" | "jobsIndex">;

/** Makes the index if there is none and applies our settings where they differ. True when it changed anything. */
export async function prepareIndex(engine: Engine): Promise<boolean> {
  const { client, jobsIndex } = engine;
  const made = await makeIfMissing(engine);
  const index = client.index(jobsIndex);
  const current = await index.getSettings();
  // Applying settings indexes every document again, so only what differs is sent.
  const different = Object.entries(JOB_INDEX_SETTINGS).filter(
    ([name, wanted]) =>
      !isDeepStrictEqual(plain(current[name as keyof typeof current]), plain(wanted)),
  );
  if (different.length === 0) return made;
  await done(index.updateSettings(Object.fromEntries(different)));
  return true;
}

async function makeIfMissing({ client, jobsIndex }: Engine): Promise<boolean> {
  try {
    await client.getRawIndex(jobsIndex);
    return false;
  } catch (error) {
    if (!(error instanceof MeilisearchApiError && error.response.status === 404)) throw error;
    await done(client.createIndex(jobsIndex, { primaryKey: "id" }));
    return true;
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
