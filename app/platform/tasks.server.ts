import type { Db } from "#db/client.ts";
import type { Mail } from "./mail.ts";

/** Background work by name, with its payload. "Job" means a posting; this is a task, run by the worker. */
export interface TaskPayloads {
  "send-mail": Mail;
}

export type TaskName = keyof TaskPayloads;

export interface TaskQueue {
  /**
   * Adds a task in the caller's transaction: it exists if and only if the transaction commits.
   * `db` is that transaction.
   */
  enqueue<Name extends TaskName>(db: Db, name: Name, payload: TaskPayloads[Name]): Promise<void>;
}
