import { type FormState, type FormValues, firstValue } from "#app/components/form-state.ts";
import { applyRowIntent, compactRows } from "#app/components/row-list/rows.ts";
import { isDomainError } from "#app/domain/errors.ts";
import type { FamilySummaryWithPath } from "#app/domain/taxonomy/family-search.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { applyFamilyPicker } from "#app/web/family-picker.server.ts";
import { formValues, parseForm } from "#app/web/parse-form.server.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { profileForm, ROW_PREFIXES } from "./profile.form.ts";
import { versionOf } from "./profile-values.ts";
import { saveProfile } from "./save-profile.server.ts";
import { saveProfileDraft } from "./save-profile-draft.server.ts";

export type ProfileAnswer =
  | { outcome: "saved" | "discarded" }
  | {
      outcome: "shown";
      status: 200 | 409 | 422;
      form: FormState;
      found: FamilySummaryWithPath[] | null;
      /** The row to open at. */
      focus: { prefix: string; index: number } | null;
    };

/**
 * What pressing any button of the profile editor does. Whatever is not a clean save keeps all that was typed as
 * the draft, so that leaving the page loses nothing.
 */
export async function answerProfileForm(
  deps: Pick<Deps, "db" | "clock">,
  { userId, form }: { userId: string; form: FormData },
): Promise<ProfileAnswer> {
  const { intent: _, addFamily: __, familyQuery: ___, ...typed } = formValues(form);
  const intent = String(form.get("intent") ?? "save");
  const version = versionOf(firstValue(typed, "version"));
  const keep = (values: FormValues, under = version) =>
    saveProfileDraft(deps, { userId, version: under, values });

  if (intent === "discard") {
    await saveProfileDraft(deps, { userId, version, values: null });
    return { outcome: "discarded" };
  }
  const picker = applyFamilyPicker(form, "experience");
  const rows = picker ? null : applyRowIntent(typed, intent, ROW_PREFIXES);
  const changed = picker?.form ?? (rows && { values: rows.values, errors: {} });
  if (changed) {
    await keep(changed.values);
    return {
      outcome: "shown",
      status: 200,
      form: changed,
      found: picker?.found ?? null,
      focus: rows?.focus ?? null,
    };
  }

  const values = compactRows(typed, ROW_PREFIXES);
  const today = deps.clock().toISOString().slice(0, 10);
  const parsed = parseForm(profileForm(today), formOf(values));
  if (!parsed.ok) {
    await keep(values);
    return { outcome: "shown", status: 422, form: parsed.form, found: null, focus: null };
  }
  try {
    await saveProfile(deps, { userId, input: parsed.value });
    return { outcome: "saved" };
  } catch (error) {
    if (!isDomainError(error) || error.code !== "changed-meanwhile") throw error;
    // The next save is made against what is there now, knowingly.
    const { version: current } = await readProfile(deps.db, userId);
    await keep(values, current);
    const form = {
      values: { ...values, version: [String(current)] },
      errors: { "": [error.message] },
    };
    return { outcome: "shown", status: 409, form, found: null, focus: null };
  }
}

function formOf(values: FormValues): FormData {
  const form = new FormData();
  for (const [name, all] of Object.entries(values)) {
    for (const value of all) form.append(name, value);
  }
  return form;
}
