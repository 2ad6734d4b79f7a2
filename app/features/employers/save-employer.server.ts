import { randomUUID } from "node:crypto";
import { spendAttempt } from "#app/auth/login-throttle.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { kebab } from "#app/domain/slug.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { StoredBytes } from "#app/platform/file-store.server.ts";
import { once } from "#app/web/once.server.ts";
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
import { listEmployersOf } from "#db/queries/team.ts";
import type { EmployerInput } from "./employer.form.ts";

const MOST_EMPLOYERS = 50;

// Where a form sent twice is led: the page of one's employers, with the one that was made.
const PLACE = "/employer/switch#";

/** A re-encoded logo, or null to leave the one there is. */
export type NewLogo = Uint8Array | null;

/**
 * Creates a user's employer page and makes them its owner. A second try of the same user finds the first one's.
 * Returns its id. The slug is chosen once, from the name.
 */
export async function createEmployer(
  { db, files }: Pick<Deps, "db" | "files">,
  { userId, input, logo }: NewEmployer,
): Promise<string> {
  const stored = logo && (await files.put(logo));
  return await db.transaction().execute(async (trx) => {
    const earlier = await findMembershipForUpdate(trx, userId);
    return earlier ?? (await insertOwned(trx, { userId, input, stored }));
  });
}

/**
 * Creates one more employer page for somebody who has one; sent again under the same key, it finds the first one's.
 * Returns its id. Throws "illegal-move" for more than anybody hires for, "too-many-attempts" past ten in a day.
 */
export async function createAnotherEmployer(
  { db, files }: Pick<Deps, "db" | "files">,
  { userId, input, logo, key }: NewEmployer & { key: string },
): Promise<string> {
  await spendAttempt({ db }, "create-employer", { account: userId });
  const stored = logo && (await files.put(logo));
  return await db.transaction().execute(async (trx) => {
    await findMembershipForUpdate(trx, userId);
    const employerId = randomUUID();
    const { removeLogo: _none, ...page } = input;
    const use = { key, userId, route: "create-employer", body: JSON.stringify(page) };
    const earlier = await once(trx, { ...use, location: `${PLACE}${employerId}` });
    if (earlier) return earlier.slice(PLACE.length);
    if ((await listEmployersOf(trx, userId, MOST_EMPLOYERS)).length >= MOST_EMPLOYERS) {
      throw new DomainError(
        "illegal-move",
        `One account acts for at most ${MOST_EMPLOYERS} employers. Leave one before you add another.`,
      );
    }
    return await insertOwned(trx, { userId, input, stored, id: employerId });
  });
}

interface NewEmployer {
  userId: string;
  input: EmployerInput;
  logo: NewLogo;
}

async function insertOwned(
  trx: Db,
  {
    userId,
    input,
    stored,
    ...given
  }: Omit<NewEmployer, "logo"> & { stored: StoredBytes | null; id?: string },
): Promise<string> {
  const { removeLogo: _none, ...page } = input;
  const { id } = await insertUnderFreeSlug(trx, { ...given, ...page, city: page.city || null });
  await insertMember(trx, { employerId: id, userId, role: "owner" });
  if (stored) {
    const logoFileId = await insertFile(trx, { ...stored, contentType: "image/webp" });
    await updateEmployer(trx, { id, version: 1, changes: { logoFileId } });
  }
  return id;
}

async function insertUnderFreeSlug(trx: Db, page: EmployerPage & { id?: string }) {
  const base = kebab(page.name) || "employer";
  for (const slug of [base, ...Array.from({ length: 5 }, () => `${base}-${randomTail(4)}`)]) {
    const employer = await insertEmployer(trx, { ...page, slug });
    if (employer) return employer;
  }
  throw new Error("no free slug in six tries");
}

/**
 * What a change of its page does to an employer's verification: a refused one is looked at again, and one whose name or
 * site is another now is no longer the one that was checked.
 */
async function askedAgain(
  trx: Db,
  employerId: string,
  page: Pick<EmployerPage, "name" | "website">,
) {
  const before = await findEmployer(trx, employerId);
  const other = before && (before.name !== page.name || before.website !== (page.website ?? null));
  return {
    verificationRefusedAt: null,
    verificationRefusal: null,
    ...(other ? { verifiedAt: null } : {}),
  };
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
        ...(await askedAgain(trx, employerId, page)),
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
