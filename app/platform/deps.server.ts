import type { Logger } from "pino";
import type { ReviewPolicy } from "#app/domain/job-review.ts";
import type { RootDb } from "#db/client.ts";
import type { SearchEngine } from "#search/client.ts";
import type { LiveColumns } from "#search/columns/live-columns.ts";
import type { FileStore } from "./file-store.server.ts";
import type { Metrics } from "./metrics.server.ts";
import type { TaskQueue } from "./tasks.server.ts";

/**
 * Everything a use case may need from outside, passed as its first argument. Wired once at boot
 * (`wire.server.ts`); tests pass their own. Use cases open transactions with `deps.db.transaction()`.
 */
export interface Deps {
  db: RootDb;
  /** null when no engine is configured: search then runs on Postgres and says so. */
  search: SearchEngine | null;
  /** What searches without words are counted in; null in a process that answers few. */
  columns: LiveColumns | null;
  files: FileStore;
  tasks: TaskQueue;
  clock: () => Date;
  log: Logger;
  metrics: Metrics;
  /** The one origin absolute links are built from, e.g. "https://careercenter.example". */
  origin: string;
  /** True on the embedded default: mail is captured and shown at /dev/mail. */
  embedded: boolean;
  /** Who runs the board, for people who have to write to it; without an email address, by letter. */
  operator: { email: string | null; postalAddress: string };
  /** Whose jobs somebody of the board reads before they are public. */
  jobReview: ReviewPolicy;
  varDir: string;
}
