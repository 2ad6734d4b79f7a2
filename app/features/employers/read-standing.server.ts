import type { Db } from "#db/client.ts";
import { findEmployerStanding } from "#db/queries/employers.ts";

/** What the board has decided against an employer, in its words; nulls when nothing stands against it. */
export async function readStanding(db: Db, employerId: string) {
  const standing = await findEmployerStanding(db, employerId);
  const refused = standing?.verificationRefusedAt && !standing.verifiedAt;
  return {
    suspension: standing?.suspendedAt ? (standing.suspendedReason ?? "") : null,
    refusal: refused ? (standing.verificationRefusal ?? "") : null,
  };
}
