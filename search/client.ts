import { Meilisearch } from "meilisearch";
import { type Breaker, createBreaker } from "./breaker.ts";
import { createTurns, type InTurn } from "./turns.ts";

/** A handle on the engine: its client, and the name of the jobs index (tests use names of their own). */
export interface SearchEngine {
  client: Meilisearch;
  jobsIndex: string;
  breaker: Breaker;
  /** Lets few searches at a time at the engine, so that many visitors at once do not make each of them slow. */
  inTurn: InTurn;
  /** How long a search may take before Postgres answers instead. */
  patienceMs: number;
}

export interface SearchOptions {
  url: string;
  key: string;
  indexPrefix?: string;
  patienceMs?: number;
}

// Measured on two cores: with sixteen at once the engine does no more searches a second than with one (74), but each
// takes sixteen times as long, past our patience, and Postgres is asked instead, which costs the machine far more.
const AT_ONCE = 4;

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
  return {
    client,
    jobsIndex: `${indexPrefix}jobs`,
    breaker: createBreaker(),
    inTurn: createTurns(AT_ONCE),
    patienceMs,
  };
}
