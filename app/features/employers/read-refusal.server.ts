import type { Db } from "#db/client.ts";
import { findEmployerStanding } from "#db/queries/employers.ts";

/** Why the board did not verify an employer, in its words; null when it has not decided against it. */
export async function readRefusal(db: Db, employerId: string): Promise<string | null> {
  const standing = await findEmployerStanding(db, employerId);
  if (!standing?.verificationRefusedAt || standing.verifiedAt) return null;
  return standing.verificationRefusal ?? "";
}
