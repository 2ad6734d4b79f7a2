import { freshToken, tokenHashOf } from "#app/auth/link-token.ts";
import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import { isDomainError } from "#app/domain/errors.ts";
import type { JobSearch } from "#app/domain/job-search.ts";
import { jobSearchParams } from "#app/domain/parse-job-search.ts";
import { EVEN_MS, noSoonerThan } from "#app/features/accounts/no-sooner-than.ts";
import { readQuery } from "#app/features/job-search/find-jobs.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { upsertAlertRequest } from "#db/queries/alert-requests.ts";
import { wantsNoAlerts } from "#db/queries/alert-suppressions.ts";
import { confirmAlertsEmail } from "./confirm-alerts.email.ts";
import { FREQUENCIES } from "./frequencies.ts";
import { wordsOfSearch } from "./words-of-search.ts";

/**
 * Mails a link to confirm alerts for an address without an account. The answer is the same whether the address is
 * known, has an account, never wants a mail or was asked too often; "too-many-attempts" only tells of the caller.
 */
export async function askForAlerts(
  deps: Deps,
  {
    email,
    search: asked,
    frequency,
    ip,
  }: {
    email: string;
    search: JobSearch;
    frequency: "instant" | "daily" | "weekly";
    ip: string;
  },
): Promise<void> {
  await spendAttempt(deps, "alert-ip", { ip });
  await noSoonerThan(EVEN_MS, async () => {
    if (!(await mayAsk(deps, email))) return;
    const search: JobSearch = { ...asked, page: 1, sort: "relevance" };
    const { near, phrases } = await readQuery(deps, search);
    const token = freshToken();
    const often = FREQUENCIES.find(({ value }) => value === frequency)?.label ?? "";
    const { origin } = deps;
    await deps.db.transaction().execute(async (trx) => {
      await upsertAlertRequest(trx, {
        email,
        params: jobSearchParams(search).toString(),
        asks: wordsOfSearch(search, { place: near?.label ?? null, phrases }),
        frequency,
        tokenHash: tokenHashOf(token),
      });
      const mail = confirmAlertsEmail({
        address: email,
        origin,
        token,
        often: often.toLowerCase().replace("monday", "Monday"),
      });
      await deps.tasks.enqueue(trx, "send-mail", mail);
    });
  });
}

async function mayAsk(deps: Deps, email: string): Promise<boolean> {
  try {
    await spendAttempt(deps, "alert-account", { account: email });
  } catch (error) {
    if (isDomainError(error)) return false;
    throw error;
  }
  return !(await wantsNoAlerts(deps.db, email));
}
