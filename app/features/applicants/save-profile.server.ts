import { statusAfterEdit } from "#app/domain/credential-edit.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Db } from "#db/client.ts";
import {
  insertProfileIfMissing,
  lockCredentials,
  replaceEducation,
  replaceExperience,
  replaceWork,
  updateProfile,
  writeCredentials,
} from "#db/queries/profile-writes.ts";
import type { ProfileInput } from "./profile.form.ts";

/**
 * Saves a whole profile over the version it was typed against and drops the draft. Throws
 * `DomainError("changed-meanwhile")`, changing nothing, when it was saved elsewhere since.
 */
export function saveProfile(
  deps: Pick<Deps, "db">,
  { userId, input }: { userId: string; input: ProfileInput },
): Promise<void> {
  return deps.db.transaction().execute((trx) => writeProfile(trx, { userId, input }));
}

/** The same inside the caller's transaction. */
export async function writeProfile(
  trx: Db,
  { userId, input }: { userId: string; input: ProfileInput },
): Promise<void> {
  const { version, experience, credentials, work, education, ...columns } = input;
  await insertProfileIfMissing(trx, userId);
  if (!(await updateProfile(trx, { userId, version, columns }))) {
    throw new DomainError(
      "changed-meanwhile",
      "Your profile was saved in another window since you opened this one. Nothing here is lost: look it over and save again to replace what is there.",
    );
  }
  const before = await lockCredentials(trx, userId);
  const claims = credentials.map((claim) => ({
    code: claim.code,
    issuer: claim.issuer,
    number: claim.number,
    earnedOn: claim.earnedOn,
    expiresOn: claim.expiresOn,
    status: statusAfterEdit(
      claim,
      before.find(({ code }) => code === claim.code),
    ),
  }));
  await writeCredentials(trx, userId, claims);
  await replaceExperience(trx, userId, experience);
  await replaceWork(trx, userId, work);
  await replaceEducation(trx, userId, education);
}
