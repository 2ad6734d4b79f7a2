import { type EnqueuedTaskPromise, MeilisearchApiError, type Task } from "meilisearch";

// Indexing 1,000 jobs takes half a second on two cores; a queue before us may take longer.
const PATIENCE_MS = 120_000;

/** The engine will not take what it was sent; sending it again would not help. */
export class Refused extends Error {}

/**
 * Waits until the engine has done a task: a 202 only says that it is in the queue. Throws `Refused` for what the
 * engine finds wrong with the documents, any other error for what is wrong with the engine.
 */
export async function done(enqueued: EnqueuedTaskPromise): Promise<Task> {
  const task = await enqueued.waitTask({ timeout: PATIENCE_MS, interval: 15 }).catch(rethrow);
  if (task.status === "succeeded") return task;
  const { type, code, message } = task.error ?? {};
  const text = `${code ?? task.status}: ${message ?? "the task did not succeed"}`;
  throw type === "invalid_request" && code !== "index_not_found"
    ? new Refused(text)
    : new Error(text);
}

function rethrow(error: unknown): never {
  const status = error instanceof MeilisearchApiError ? error.response.status : 0;
  if (status === 400 || status === 413)
    throw new Refused((error as Error).message, { cause: error });
  throw error;
}
