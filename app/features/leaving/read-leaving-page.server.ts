import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findDeletion } from "#db/queries/account-deletions.ts";
import { countOwnApplications } from "#db/queries/application-lists.ts";
import { type LeavingEmployer, listSolelyOwned } from "#db/queries/leaving-employers.ts";

export interface LeavingPage {
  kind: Viewer["kind"];
  /** ISO 8601; null unless the account is in its days of grace. */
  deleteAfter: string | null;
  openApplications: number;
  /** Employers that go with the account. */
  alone: LeavingEmployer[];
  /** Employers that need another owner first. */
  shared: LeavingEmployer[];
}

/** What deleting this account would do, or that it is on its way. */
export async function readLeavingPage(
  { db }: Pick<Deps, "db">,
  { viewer }: { viewer: Viewer },
): Promise<LeavingPage> {
  const { userId, kind } = viewer;
  const [deletion, applications, owned] = await Promise.all([
    findDeletion(db, userId),
    countOwnApplications(db, userId),
    listSolelyOwned(db, userId),
  ]);
  return {
    kind,
    deleteAfter: deletion?.deleteAfter.toISOString() ?? null,
    openApplications: applications.open,
    alone: owned.filter(({ otherMembers }) => otherMembers === 0),
    shared: owned.filter(({ otherMembers }) => otherMembers > 0),
  };
}
