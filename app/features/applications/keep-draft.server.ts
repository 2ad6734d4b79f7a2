import { firstValue } from "#app/components/form-state.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { formValues } from "#app/web/parse-form.server.ts";
import { storableValues } from "#app/web/storable-values.ts";
import { type DraftStep, upsertApplicationDraft } from "#db/queries/application-drafts.ts";
import { UPLOAD_RESUME } from "./application-limits.ts";

// Made anew whenever the page is opened.
const NOT_KEPT = new Set(["idempotencyKey", "profileVersion", "intent"]);
const MOST_FIELDS = 60;
const LONGEST = 10_000;

/** Keeps what was typed so far, without judging it; false when the job takes no application of this person. */
export async function keepApplicationDraft(
  { db }: Pick<Deps, "db">,
  { userId, slug, step, form }: { userId: string; slug: string; step: DraftStep; form: FormData },
): Promise<boolean> {
  const values = storableValues(formValues(form));
  // The file itself cannot be kept before it is sent, so nor can the choice of it.
  if (firstValue(values, "resumeId") === UPLOAD_RESUME) delete values.resumeId;
  const kept = Object.entries(values)
    .filter(([name]) => !NOT_KEPT.has(name))
    .slice(0, MOST_FIELDS)
    .map(([name, all]) => [name, all.slice(0, 20).map((value) => value.slice(0, LONGEST))]);
  return await upsertApplicationDraft(db, { userId, slug, step, form: Object.fromEntries(kept) });
}
