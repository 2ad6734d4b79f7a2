/**
 * Waits for the work, and at least `milliseconds` from its start: an answer that depends on whether an address is
 * known must not be told apart by how long it took.
 */
export async function noSoonerThan<Result>(
  milliseconds: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const floor = new Promise((resolve) => setTimeout(resolve, milliseconds));
  const [result] = await Promise.allSettled([work(), floor]);
  if (result.status === "rejected") throw result.reason;
  return result.value;
}

/** Longer than the slower of the two ways takes on a busy machine. */
export const EVEN_MS = 300;
