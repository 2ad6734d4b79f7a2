import { isDeepStrictEqual } from "node:util";
import { MeilisearchApiError } from "meilisearch";
import type { SearchEngine } from "../client.ts";
import { JOB_INDEX_SETTINGS } from "../indexes/jobs.ts";
import { done } from "./tasks.ts";

type Engine = Pick<SearchEngine, "client" | "jobsIndex">;

export type IndexState = "missing" | "outdated" | "current";

/** Whether the index is there, and with our settings. */
export async function indexState(engine: Engine): Promise<IndexState> {
  if (!(await indexExists(engine))) return "missing";
  return (await differingSettings(engine)).length > 0 ? "outdated" : "current";
}

/** Makes the index if there is none and applies our settings where they differ. True when it changed anything. */
export async function prepareIndex(engine: Engine): Promise<boolean> {
  const { client, jobsIndex } = engine;
  const isNew = !(await indexExists(engine));
  if (isNew) await done(client.createIndex(jobsIndex, { primaryKey: "id" }));
  // Applying settings indexes every document again, so only what differs is sent.
  const different = await differingSettings(engine);
  if (different.length === 0) return isNew;
  await done(client.index(jobsIndex).updateSettings(Object.fromEntries(different)));
  return true;
}

export async function indexExists({ client, jobsIndex }: Engine): Promise<boolean> {
  try {
    await client.getRawIndex(jobsIndex);
    return true;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return false;
    throw error;
  }
}

async function differingSettings({ client, jobsIndex }: Engine) {
  const current = await client.index(jobsIndex).getSettings();
  return Object.entries(JOB_INDEX_SETTINGS).filter(
    ([name, wanted]) =>
      !isDeepStrictEqual(plain(current[name as keyof typeof current]), plain(wanted)),
  );
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
