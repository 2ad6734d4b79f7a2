import type { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  deleteHiddenFrom,
  deleteNameReveal,
  insertHiddenFrom,
  updateVisibility,
} from "#db/queries/coder-visibility.ts";
import type { privacyForm } from "./privacy.form.ts";

const MOST_HIDDEN_FROM = 200;

/**
 * Changes who sees a person's profile. Each change may be made twice without harm. Refuses with `DomainError`
 * "not-allowed" past two hundred employers hidden from.
 */
export async function changePrivacy(
  { db }: Pick<Deps, "db">,
  { userId, change }: { userId: string; change: z.output<typeof privacyForm> },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (change.intent === "save") {
      const { visibility, anonymous } = change;
      return await updateVisibility(trx, { userId, visibility, anonymous });
    }
    const { employerId } = change;
    if (change.intent === "show-to") return await deleteHiddenFrom(trx, { userId, employerId });
    if (change.intent === "hide-name") return await deleteNameReveal(trx, { userId, employerId });
    // Whoever hides from an employer agrees no longer that it knows the name.
    await deleteNameReveal(trx, { userId, employerId });
    const hidden = await insertHiddenFrom(trx, { userId, employerId, most: MOST_HIDDEN_FROM });
    if (hidden) return;
    throw new DomainError(
      "not-allowed",
      `You can hide from ${MOST_HIDDEN_FROM} employers. To hide from everyone, choose Hidden above.`,
    );
  });
}
