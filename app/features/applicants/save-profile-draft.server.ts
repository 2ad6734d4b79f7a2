import type { FormValues } from "#app/components/form-state.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { storableValues } from "#app/web/storable-values.ts";
import { insertProfileIfMissing, updateProfileDraft } from "#db/queries/profile-writes.ts";
import { PROFILE_FIELDS } from "./profile-values.ts";

/**
 * Keeps what was typed, valid or not, until it is saved or discarded (`values: null`). False when the profile
 * was saved since `version`: an autosave on its way must not bring old text back.
 */
export async function saveProfileDraft(
  deps: Pick<Deps, "db">,
  { userId, version, values }: { userId: string; version: number; values: FormValues | null },
): Promise<boolean> {
  if (values !== null) await insertProfileIfMissing(deps.db, userId);
  const draft = values && onlyProfileFields(storableValues(values));
  return updateProfileDraft(deps.db, { userId, version, draft });
}

const onlyProfileFields = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => PROFILE_FIELDS.has(name.split(".")[0] ?? "")),
  );
