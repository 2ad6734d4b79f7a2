import { PgBoss } from "pg-boss";
import type { Db, RootDb } from "#db/client.ts";
import { type RawExecution, rawExecution } from "#db/raw-execution.ts";
import type { Mail } from "./mail.ts";

/** Background work by name, with its payload. "Job" means a posting; this is a task, run by the worker. */
export interface TaskPayloads {
  /** Build the search index anew; asked for by hand. */
  "rebuild-search": Record<string, never>;
  "send-mail": Mail;
  /** New jobs of one saved search, written at the moment they go out. */
  "send-digest": { digestId: string };
  /** A job has ended: tell those whose application is open. */
  "tell-applicants": { jobId: string };
  /** Somebody wants all we hold of them as one file. */
  "export-account": { exportId: string };
  /** The same for those who saved it and did not apply. */
  "tell-savers": { jobId: string };
  "read-resume": { resumeId: string };
  /** Reads a file of jobs into rows, or makes drafts of them, as its status says. */
  "import-jobs": { importId: string };
  /** A member moved an application without a message: tell the applicant, unless it has moved again by then. */
  "tell-moved": { applicationId: string; version: number; eventId: string };
}

export type TaskName = keyof TaskPayloads;

export interface TaskQueue {
  /**
   * Adds a task in the caller's transaction: it exists if and only if the transaction commits.
   * `db` is that transaction.
   */
  enqueue<Name extends TaskName>(
    db: Db,
    name: Name,
    payload: TaskPayloads[Name],
    when?: { afterSeconds: number },
  ): Promise<void>;
  /** Adds many tasks of one name at once, in the caller's transaction. */
  enqueueAll<Name extends TaskName>(
    db: Db,
    name: Name,
    payloads: readonly TaskPayloads[Name][],
  ): Promise<void>;
  /** Gives a task that failed for good one more try, with the caller's transaction. */
  retry(db: Db, task: StoredTask): Promise<void>;
  /** Deletes a task with what it would have done, with the caller's transaction. */
  drop(db: Db, task: StoredTask): Promise<void>;
}

/** A task that exists, by its queue and id. */
export interface StoredTask {
  name: string;
  id: string;
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
  const root = rawExecution(db);
  let opener = root;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => opener.executeSql(text, values) },
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", onError);
  let opening: Promise<unknown> | null = null;

  async function open(through: RawExecution): Promise<void> {
    if (!opening) {
      opener = through;
      opening = boss.start().finally(() => {
        opener = root;
      });
    }
    try {
      await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  }

  return {
    open: () => open(root),
    async enqueue(transaction, name, payload, when) {
      // Through the caller's connection: one more could be the one that a full pool does not have.
      const own = rawExecution(transaction);
      await open(own);
      await boss.send(name, payload, { db: own, ...(when && { startAfter: when.afterSeconds }) });
    },
    async enqueueAll(transaction, name, payloads) {
      if (payloads.length === 0) return;
      const own = rawExecution(transaction);
      await open(own);
      const tasks = payloads.map((data) => ({ data }));
      await boss.insert(name, tasks, { db: own });
    },
    async retry(transaction, { name, id }) {
      const own = rawExecution(transaction);
      await open(own);
      await boss.retry(name, id, { db: own });
    },
    async drop(transaction, { name, id }) {
      const own = rawExecution(transaction);
      await open(own);
      await boss.deleteJob(name, id, { db: own });
    },
    close: () => boss.stop({ graceful: false }),
  };
}
