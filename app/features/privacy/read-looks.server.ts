import type { Deps } from "#app/platform/deps.server.ts";
import { type Look, listLooks } from "#db/queries/profile-views.ts";

export interface LookLine extends Omit<Look, "at"> {
  at: string;
}

/** A page of who looked, last first, and whether there is another. */
export async function readLooks(
  { db }: Pick<Deps, "db">,
  { userId, page, size }: { userId: string; page: number; size: number },
): Promise<{ looks: LookLine[]; more: boolean }> {
  const rows = await listLooks(db, { userId, limit: size + 1, offset: (page - 1) * size });
  return {
    looks: rows.slice(0, size).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    more: rows.length > size,
  };
}
