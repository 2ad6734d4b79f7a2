import { freshToken, tokenHashOf } from "#app/auth/link-token.ts";
import { DomainError } from "#app/domain/errors.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { LINK_SPENT } from "#app/features/accounts/link-spent.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { forgetAlertAddress, ownerOfAddress } from "#db/queries/alert-addresses.ts";
import {
  type AlertRequest,
  findAlertRequest,
  takeAlertRequest,
} from "#db/queries/alert-requests.ts";
import { suppressAddress } from "#db/queries/alert-suppressions.ts";
import { compileSearch, countTerms } from "./compile-search.server.ts";
import { keepSearch } from "./save-search.server.ts";

/** What a mailed link would confirm, without using it; null when it is dead. */
export const readAlertRequest = ({ db }: Pick<Deps, "db">, token: string) =>
  findAlertRequest(db, tokenHashOf(token));

/**
 * Uses a link up and begins the alerts it is for: with the person's account if the address has one, else by itself.
 * Answers the token of their page, null for an account. Throws "token-invalid".
 */
export async function confirmAlerts(
  deps: Pick<Deps, "db" | "clock">,
  token: string,
): Promise<string | null> {
  const tokenHash = tokenHashOf(token);
  const asked = await findAlertRequest(deps.db, tokenHash);
  if (!asked) throw spent();
  const search = parseJobSearch(new URLSearchParams(asked.params));
  const compiled = await compileSearch(deps, search, await countTerms(deps.db));
  return await deps.db.transaction().execute(async (trx) => {
    const request = await takeAlertRequest(trx, tokenHash);
    if (!request) throw spent();
    const { email, frequency } = request;
    const { manageToken, ...owner } = await ownerOfAddress(trx, {
      email,
      manageToken: freshToken(),
    });
    await keepSearch(trx, { owner, compiled, frequency });
    return manageToken;
  });
}

/** The owner of a mailed link's address never wants an alert again. Throws "token-invalid". */
export async function refuseAlerts({ db }: Pick<Deps, "db">, token: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const request: AlertRequest | null = await takeAlertRequest(trx, tokenHashOf(token));
    if (!request) throw spent();
    await suppressAddress(trx, request.email);
    await forgetAlertAddress(trx, request.email);
  });
}

/** Forgets an address, and that it ever wanted alerts; it is never mailed one again. */
export const neverAlert = ({ db }: Pick<Deps, "db">, email: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await suppressAddress(trx, email);
    await forgetAlertAddress(trx, email);
  });

const spent = () => new DomainError("token-invalid", LINK_SPENT);
