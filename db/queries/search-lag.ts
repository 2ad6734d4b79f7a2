import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** Seconds since the oldest change that the search index does not show yet; 0 when it shows them all. */
export async function oldestSearchMarkSeconds(db: Db): Promise<number> {
  const row = await db
    .selectFrom("searchOutbox")
    .select(
      sql<number>`coalesce(extract(epoch from clock_timestamp() - min(marked_at)), 0)::float8`.as(
        "seconds",
      ),
    )
    .where("deadAt", "is", null)
    .executeTakeFirstOrThrow();
  return Math.max(0, row.seconds);
}
