import type { z } from "zod";
import { freshToken } from "#app/auth/link-token.ts";
import { notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type SearchOwner, updateSavedSearch } from "#db/queries/saved-searches.ts";
import type { managedAlertForm, savedSearchForm } from "./saved-search.form.ts";

type Change = z.output<typeof savedSearchForm | typeof managedAlertForm>;

const PRESSED = {
  pause: () => ({ status: "paused" as const }),
  resume: () => ({ status: "active" as const }),
  delete: () => ({ status: "deleted" as const }),
  undo: () => ({ status: "active" as const }),
  "revoke-feed": () => ({ feedToken: null }),
  "new-feed": () => ({ feedToken: freshToken() }),
};

/** Does one thing to somebody's own saved search. Throws `DomainError("not-found")` for any other. */
export async function changeSavedSearch(
  { db }: Pick<Deps, "db">,
  { owner, change }: { owner: SearchOwner; change: Change },
): Promise<void> {
  const values =
    change.intent === "change"
      ? { title: change.title, frequency: change.frequency }
      : PRESSED[change.intent]();
  if (!(await updateSavedSearch(db, { ...owner, id: change.id }, values))) throw notFoundError();
}
