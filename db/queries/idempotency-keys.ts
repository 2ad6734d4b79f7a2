import type { Db } from "#db/client.ts";
import type { NewIdempotencyKey } from "#db/schema/idempotency-keys.ts";

/**
 * Takes a form's key for its first use, inside the transaction that does the work. Answers null for the first,
 * else what that first use left behind. A second click waits here until the first has committed or failed.
 */
export async function claimIdempotencyKey(
  db: Db,
  claim: Pick<NewIdempotencyKey, "key" | "userId" | "route" | "bodyHash" | "location">,
): Promise<{ route: string; bodyHash: string; location: string } | null> {
  const fresh = await db
    .insertInto("idempotencyKeys")
    .values(claim)
    .onConflict((conflict) => conflict.columns(["key", "userId"]).doNothing())
    .returning("key")
    .executeTakeFirst();
  if (fresh) return null;
  return db
    .selectFrom("idempotencyKeys")
    .select(["route", "bodyHash", "location"])
    .where("key", "=", claim.key)
    .where("userId", "=", claim.userId)
    .executeTakeFirstOrThrow();
}
