import { Meilisearch } from "meilisearch";
import { type Breaker, createBreaker } from "./breaker.ts";

/** A handle on the engine: its client, and the name of the jobs index (tests use names of their own). */
export interface SearchEngine {
  client: Meilisearch;
  jobsIndex: string;
  breaker: Breaker;
  /** How long a search may take before Postgres answers instead. */
  patienceMs: number;
}

export interface SearchOptions {
  url: string;
  key: string;
  indexPrefix?: string;
  patienceMs?: number;
}

/** Opens the engine. Identity encoding: with gzip the engine answers about 45 ms late (measured). */
export function createSearch({
  url,
  key,
  indexPrefix = "",
  patienceMs = 400,
}: SearchOptions): SearchEngine {
  const client = new Meilisearch({
    host: url,
    apiKey: key,
    timeout: 5_000,
    requestInit: { headers: { "accept-encoding": "identity" } },
  });
  return { client, jobsIndex: `${indexPrefix}jobs`, breaker: createBreaker(), patienceMs };
}
