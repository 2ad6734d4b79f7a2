import { PgBoss } from "pg-boss";
import type { Db, RootDb } from "#db/client.ts";
import { rawExecution } from "#db/raw-execution.ts";
import type { Mail } from "./mail.ts";

/** Background work by name, with its payload. "Job" means a posting; this is a task, run by the worker. */
export interface TaskPayloads {
  "send-mail": Mail;
  /** A job has ended: tell those whose application is open. */
  "tell-applicants": { jobId: string };
}

export type TaskName = keyof TaskPayloads;

export interface TaskQueue {
  /**
   * Adds a task in the caller's transaction: it exists if and only if the transaction commits.
   * `db` is that transaction.
   */
  enqueue<Name extends TaskName>(db: Db, name: Name, payload: TaskPayloads[Name]): Promise<void>;
}

export interface OpenTaskQueue extends TaskQueue {
  close(): Promise<void>;
}

/**
 * The producer: it adds tasks and does nothing else (no polling, no supervision, no clock). It opens on the
 * first task, or when `open` is called at boot.
 */
export function createTaskQueue(
  db: RootDb,
  onError: (error: Error) => void,
): OpenTaskQueue & { open(): Promise<void> } {
  const boss = new PgBoss({
    db: rawExecution(db),
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", onError);
  let opening: Promise<unknown> | null = null;

  async function open(): Promise<void> {
    opening ??= boss.start();
    try {
      await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  }

  return {
    open,
    async enqueue(transaction, name, payload) {
      await open();
      await boss.send(name, payload, { db: rawExecution(transaction) });
    },
    close: () => boss.stop({ graceful: false }),
  };
}
