import type { UserKind } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.ts";
import { insertApplicant, markEmailVerified } from "#db/queries/accounts.ts";
import { attachAlerts } from "#db/queries/alert-addresses.ts";

/** Marks the address of a used link as the person's own and gives an applicant their profile; null if that is past. */
export async function settleVerified(
  trx: Db,
  link: { userId: string; email: string },
): Promise<{ id: string; kind: UserKind } | null> {
  const account = await markEmailVerified(trx, link);
  if (account?.kind === "applicant") {
    await insertApplicant(trx, account.id);
    await attachAlerts(trx, account.id);
  }
  return account;
}
