import type { RootDb } from "#db/client.ts";
import type { SearchEngine } from "../client.ts";

/** What keeping the index up to date needs. */
export interface SyncDeps {
  db: RootDb;
  search: SearchEngine;
  log: {
    info(facts: object, message: string): void;
    warn(facts: object, message: string): void;
  };
}
