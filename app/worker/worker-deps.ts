import type { Deps } from "#app/platform/deps.server.ts";
import type { Mailer } from "#app/platform/mailer.server.ts";

/** What a task may need: everything a use case has, and the mailer, which only the worker holds. */
export interface WorkerDeps extends Deps {
  mailer: Mailer;
}

/** The task being run. */
export interface RunningTask {
  /** The same on every try. */
  id: string;
  /** Aborted when the worker stops or the task takes too long. */
  signal: AbortSignal;
}
