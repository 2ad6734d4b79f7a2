/** Repeats a bounded statement until it finds less than a full batch; answers how many rows in all. */
export async function inBatches(
  limit: number,
  batch: (limit: number) => Promise<number>,
): Promise<number> {
  let total = 0;
  for (let count = limit; count === limit; total += count) count = await batch(limit);
  return total;
}
