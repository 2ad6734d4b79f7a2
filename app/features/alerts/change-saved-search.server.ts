import type { z } from "zod";
import { freshToken } from "#app/auth/link-token.ts";
import { notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { updateSavedSearch } from "#db/queries/saved-searches.ts";
import type { savedSearchForm } from "./saved-search.form.ts";

const CHANGES = {
  pause: () => ({ status: "paused" as const }),
  resume: () => ({ status: "active" as const }),
  delete: () => ({ status: "deleted" as const }),
  undo: () => ({ status: "active" as const }),
  "revoke-feed": () => ({ feedToken: null }),
  "new-feed": () => ({ feedToken: freshToken() }),
};

/** Does one thing to a person's own saved search. Throws `DomainError("not-found")` for any other. */
export async function changeSavedSearch(
  { db }: Pick<Deps, "db">,
  { userId, change: { id, intent } }: { userId: string; change: z.output<typeof savedSearchForm> },
): Promise<void> {
  if (!(await updateSavedSearch(db, { userId, id }, CHANGES[intent]()))) throw notFoundError();
}
