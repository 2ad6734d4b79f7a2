import { Meilisearch } from "meilisearch";

/** A handle on the engine: its client, and the name of the jobs index (tests use names of their own). */
export interface SearchEngine {
  client: Meilisearch;
  jobsIndex: string;
}

export interface SearchOptions {
  url: string;
  key: string;
  indexPrefix?: string;
}

/** Opens the engine. Identity encoding: with gzip the engine answers about 45 ms late (measured). */
export function createSearch({ url, key, indexPrefix = "" }: SearchOptions): SearchEngine {
  const client = new Meilisearch({
    host: url,
    apiKey: key,
    timeout: 5_000,
    requestInit: { headers: { "accept-encoding": "identity" } },
  });
  return { client, jobsIndex: `${indexPrefix}jobs` };
}
