import type { Db } from "#db/client.ts";

/** One of an employer's jobs by name; null for an unknown id and for another employer's. */
export async function findJobOf(
  db: Db,
  { jobId, employerId }: { jobId: string; employerId: string },
): Promise<{ id: string; title: string } | null> {
  const job = await db
    .selectFrom("jobs")
    .select(["id", "title"])
    .where("id", "=", jobId)
    .where("employerId", "=", employerId)
    .executeTakeFirst();
  return job ?? null;
}
