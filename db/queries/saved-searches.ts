import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** Whose searches: of an account, or of an address without one. */
export type SearchOwner = { userId: string } | { alertAddressId: string };

const isOwnedBy = (owner: SearchOwner) =>
  "userId" in owner
    ? sql<boolean>`user_id = ${owner.userId}`
    : sql<boolean>`alert_address_id = ${owner.alertAddressId}`;

export interface SavedSearchRow {
  id: string;
  params: string;
  asks: string;
  /** What its owner calls it, if anything. */
  title: string | null;
  frequency: "instant" | "daily" | "weekly";
  status: "active" | "paused" | "deleted";
  feedToken: string | null;
}

const COLUMNS = ["id", "params", "asks", "title", "frequency", "status", "feedToken"] as const;

/** A person's saved searches, newest first; `deletedId` is one they just deleted and may take back. */
export async function listSavedSearches(
  db: Db,
  { deletedId, ...owner }: SearchOwner & { deletedId: string | null },
): Promise<SavedSearchRow[]> {
  return db
    .selectFrom("savedSearches")
    .select(COLUMNS)
    .where(isOwnedBy(owner))
    .where((eb) =>
      deletedId === null
        ? eb("status", "<>", "deleted")
        : eb.or([eb("status", "<>", "deleted"), eb("id", "=", deletedId)]),
    )
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .limit(100)
    .execute();
}

/** How many searches a person has saved and not deleted. */
export async function countSavedSearches(db: Db, owner: SearchOwner): Promise<number> {
  const { total } = await db
    .selectFrom("savedSearches")
    .select(sql<number>`count(*)`.as("total"))
    .where(isOwnedBy(owner))
    .where("status", "<>", "deleted")
    .executeTakeFirstOrThrow();
  return total;
}

/** Changes one of a person's own searches; false when there is none such. */
export async function updateSavedSearch(
  db: Db,
  { id, ...owner }: SearchOwner & { id: string },
  change: Partial<Pick<SavedSearchRow, "status" | "feedToken" | "title" | "frequency">>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("savedSearches")
    .set({ ...change, ...(change.status && { statusChangedAt: sql<Date>`now()` }) })
    .where("id", "=", id)
    .where(isOwnedBy(owner))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface StoppableSearch extends Pick<SavedSearchRow, "id" | "asks" | "title" | "status"> {
  /** Opens the page of somebody without an account; null for the others. */
  manageToken: string | null;
}

/** The search a mail's own link stops; null for an unknown link. */
export async function findByStopToken(db: Db, stopToken: string): Promise<StoppableSearch | null> {
  const row = await db
    .selectFrom("savedSearches")
    .leftJoin("alertAddresses", "alertAddresses.id", "savedSearches.alertAddressId")
    .select([
      "savedSearches.id",
      "savedSearches.asks",
      "savedSearches.title",
      "savedSearches.status",
      "alertAddresses.manageToken",
    ])
    .where("stopToken", "=", stopToken)
    .executeTakeFirst();
  return row ?? null;
}

/** Stops a search by its mail's own link; doing it again changes nothing. */
export async function stopByToken(db: Db, stopToken: string): Promise<void> {
  await db
    .updateTable("savedSearches")
    .set({ status: "deleted", feedToken: null, statusChangedAt: sql<Date>`now()` })
    .where("stopToken", "=", stopToken)
    .where("status", "<>", "deleted")
    .execute();
}

/** The search behind a private feed; null when unknown, revoked or deleted. */
export async function findByFeedToken(
  db: Db,
  feedToken: string,
): Promise<Pick<SavedSearchRow, "id" | "params" | "asks" | "title"> | null> {
  const row = await db
    .selectFrom("savedSearches")
    .select(["id", "params", "asks", "title"])
    .where("feedToken", "=", feedToken)
    .where("status", "<>", "deleted")
    .executeTakeFirst();
  return row ?? null;
}
