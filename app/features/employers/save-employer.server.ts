import { DomainError } from "#app/domain/errors.ts";
import { kebab } from "#app/domain/slug.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { randomTail } from "#app/web/random-tail.server.ts";
import type { Db } from "#db/client.ts";
import {
  type EmployerPage,
  findEmployer,
  findMembershipForUpdate,
  insertEmployer,
  insertMember,
  updateEmployer,
} from "#db/queries/employers.ts";
import { insertFile } from "#db/queries/files.ts";
import type { EmployerInput } from "./employer.form.ts";

/** A re-encoded logo, or null to leave the one there is. */
export type NewLogo = Uint8Array | null;

/**
 * Creates a user's employer page and makes them its owner. A second try of the same user finds the first one's.
 * The slug is chosen once, from the name.
 */
export async function createEmployer(
  { db, files }: Pick<Deps, "db" | "files">,
  { userId, input, logo }: { userId: string; input: EmployerInput; logo: NewLogo },
): Promise<void> {
  const { removeLogo: _none, ...page } = input;
  const stored = logo && (await files.put(logo));
  await db.transaction().execute(async (trx) => {
    if (await findMembershipForUpdate(trx, userId)) return;
    const { id } = await insertUnderFreeSlug(trx, { ...page, city: page.city || null });
    await insertMember(trx, { employerId: id, userId, role: "owner" });
    if (stored) {
      const logoFileId = await insertFile(trx, { ...stored, contentType: "image/webp" });
      await updateEmployer(trx, { id, version: 1, changes: { logoFileId } });
    }
  });
}

async function insertUnderFreeSlug(trx: Db, page: EmployerPage) {
  const base = kebab(page.name) || "employer";
  for (const slug of [base, ...Array.from({ length: 5 }, () => `${base}-${randomTail(4)}`)]) {
    const employer = await insertEmployer(trx, { ...page, slug });
    if (employer) return employer;
  }
  throw new Error("no free slug in six tries");
}

/** Changes an employer page, its logo included, unless somebody changed it since it was opened. */
export async function editEmployer(
  { db, files }: Pick<Deps, "db" | "files">,
  {
    employerId,
    version,
    input,
    logo,
  }: { employerId: string; version: number; input: EmployerInput; logo: NewLogo },
): Promise<void> {
  const { removeLogo, ...page } = input;
  const stored = logo && (await files.put(logo));
  await db.transaction().execute(async (trx) => {
    const logoFileId = stored && (await insertFile(trx, { ...stored, contentType: "image/webp" }));
    const changed = await updateEmployer(trx, {
      id: employerId,
      version,
      changes: {
        ...page,
        city: page.city || null,
        ...(removeLogo ? { logoFileId: null } : {}),
        ...(logoFileId ? { logoFileId } : {}),
      },
    });
    if (changed) return;
    if (!(await findEmployer(trx, employerId))) {
      throw new DomainError("not-found", "We could not find that employer.");
    }
    throw new DomainError(
      "changed-meanwhile",
      "Somebody changed this page after you opened it. What you typed is still here; reload to see theirs before you save over it.",
    );
  });
}
