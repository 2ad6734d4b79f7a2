import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { runPrepared } from "#db/prepared.ts";

/** Milliseconds from asking for a version during which a lease on it holds; the migration `page-leases` says why. */
export const LEASE_MS = 3;

export interface PublicVersion {
  version: string;
  /** Nothing that the public sees changes before `LEASE_MS` have passed since this was asked for. */
  leased: boolean;
}

/**
 * A text that is another one as soon as anything the public sees has: a commit to jobs or employers, a job's end by the
 * database's clock, a step of the search index, a new day (dates are told in words).
 */
export async function readPublicVersion(db: Db): Promise<PublicVersion> {
  const [row] = await runPrepared(
    db,
    "public-version",
    sql<PublicVersion>`select * from lease_public_version()`,
  );
  return row ?? { version: "", leased: false };
}
