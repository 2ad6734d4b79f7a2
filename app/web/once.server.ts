import { createHash } from "node:crypto";
import { DomainError } from "#app/domain/errors.ts";
import type { Db } from "#db/client.ts";
import { claimIdempotencyKey } from "#db/queries/idempotency-keys.ts";

/**
 * Takes a form's idempotency key inside the transaction doing the work. Answers null the first time and, from
 * then on, the place the first use led to. `body` is what must be the same when the key is.
 * Throws `DomainError("key-reused")` when the key was used for something else.
 */
export async function once(
  db: Db,
  use: { key: string; userId: string; route: string; body: string; location: string },
): Promise<string | null> {
  const bodyHash = createHash("sha256").update(use.body).digest("hex");
  const { key, userId, route, location } = use;
  const earlier = await claimIdempotencyKey(db, { key, userId, route, bodyHash, location });
  if (!earlier) return null;
  if (earlier.route === route && earlier.bodyHash === bodyHash) return earlier.location;
  throw new DomainError(
    "key-reused",
    "This form was sent before with other content. Reload the page to see what came of it.",
    earlier.location,
  );
}

/** A key of its own for a second step of the same form ("create", then "publish"). */
export function derivedKey(key: string, step: string): string {
  const hex = createHash("sha256").update(`${key} ${step}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}
