import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { MemberRole } from "#app/domain/viewer.ts";
import type { Db, RootDb } from "#db/client.ts";
import { findMember, listOwners, lockTeam } from "#db/queries/team.ts";

/** Who acts, for which employer. */
export interface Actor {
  userId: string;
  employerId: string;
}

type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>;

export interface HeldTeam {
  trx: Db;
  employerName: string;
  /** Who acts, as they stand in the team now. */
  self: Member;
  owners: Awaited<ReturnType<typeof listOwners>>;
}

/** Says why a team cannot be left without an owner. */
export const LAST_OWNER =
  "An employer always has an owner. Make another member an owner first, then try again.";

/**
 * Does something to a team while nobody else does: one transaction under the employer's lock, with the actor's
 * role read inside it. Throws "not-found" for who is no member any more, "not-allowed" for a role that may not.
 */
export async function changeTeam<Result>(
  db: RootDb,
  { userId, employerId }: Actor,
  { roles }: { roles: readonly MemberRole[] },
  change: (team: HeldTeam) => Promise<Result>,
): Promise<Result> {
  return await db.transaction().execute(async (trx) => {
    const employerName = await lockTeam(trx, employerId);
    const self = await findMember(trx, employerId, userId);
    if (!employerName || !self) throw notFoundError();
    if (!roles.includes(self.role)) {
      throw new DomainError("not-allowed", "You are not an owner of this employer any more.");
    }
    const owners = await listOwners(trx, employerId);
    return await change({ trx, employerName, self, owners });
  });
}
