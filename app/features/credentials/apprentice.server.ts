import { type ApprenticeProof, parentOfApprentice } from "#app/domain/apprentice.ts";
import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  deleteCredential,
  findOwnCredentialByCode,
  holdCredential,
  restateCredential,
  updateCredential,
} from "#db/queries/credentials.ts";
import { touchProfile } from "#db/queries/profile-writes.ts";
import { readProfile } from "#db/queries/profiles.ts";

interface Own {
  userId: string;
  credentialId: string;
}

/** Notes what one has toward the removal of the -A. Throws `DomainError("not-found")` for anyone else's credential. */
export async function saveApprenticeProof(
  { db }: Pick<Deps, "db">,
  { userId, credentialId, proof }: Own & { proof: ApprenticeProof },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const credential = await holdCredential(trx, { id: credentialId, userId });
    if (!credential || !parentOfApprentice(credential.code)) throw notFoundError();
    await updateCredential(trx, credentialId, {
      letterMonths: proof.letterMonths,
      hasCourse: proof.course,
      hasPracticode: proof.practicode,
    });
  });
}

/**
 * Takes the -A off, because its issuer did: the claim becomes the full credential, self-reported, to be shown anew.
 * Where the full one is on the profile already, the apprentice's goes. Answers the full credential's code. Throws
 * `DomainError`: "not-found" for anyone else's, "illegal-move" for a revoked one.
 */
export async function removeApprentice(
  { db }: Pick<Deps, "db">,
  { userId, credentialId }: Own,
): Promise<string> {
  return await db.transaction().execute(async (trx) => {
    const credential = await holdCredential(trx, { id: credentialId, userId });
    if (!credential) throw notFoundError();
    const parent = parentOfApprentice(credential.code);
    // Twice clicked: it is off already.
    if (!parent) return credential.code;
    if (credential.status === "revoked") {
      throw new DomainError("illegal-move", "A revoked credential cannot become another one.");
    }
    if (await findOwnCredentialByCode(trx, { userId, code: parent })) {
      await deleteCredential(trx, credentialId);
    } else {
      await restateCredential(trx, credentialId, parent);
    }
    // What was typed and not saved still names the -A: its save must not bring it back unseen.
    const { draft } = await readProfile(trx, userId);
    await touchProfile(trx, { userId, draft: draft && withoutApprentice(draft, parent) });
    return parent;
  });
}

const withoutApprentice = (draft: Record<string, string[]>, parent: string) =>
  Object.fromEntries(
    Object.entries(draft).map(([name, values]) => [
      name,
      /^credentials\.\d+\.code$/.test(name)
        ? values.map((code) => (code === `${parent}-A` ? parent : code))
        : values,
    ]),
  );
