import { firstValue } from "#app/components/form-state.ts";
import type { AutosaveAnswer } from "#app/components/use-autosave.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { formValues } from "#app/web/parse-form.server.ts";
import { versionOf } from "./profile-values.ts";
import { saveProfileDraft } from "./save-profile-draft.server.ts";

/** Keeps the editor's form as the draft, as typed. */
export async function autosaveProfile(
  deps: Pick<Deps, "db">,
  { userId, form }: { userId: string; form: FormData },
): Promise<AutosaveAnswer> {
  const values = formValues(form);
  const version = versionOf(firstValue(values, "version"));
  return { kept: await saveProfileDraft(deps, { userId, version, values }) };
}
