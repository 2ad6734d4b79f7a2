import { sql } from "kysely";
import type { Db } from "#db/client.ts";

export interface PublicEmployer {
  id: string;
  slug: string;
  name: string;
  kind: string;
  website: string | null;
  /** Markdown. */
  about: string;
  city: string | null;
  state: string | null;
  logoFileId: string | null;
  verifiedAt: Date | null;
}

/** The employer behind a public URL; null when the slug is unknown, or the employer out of view for a suspension. */
export async function findPublicEmployer(db: Db, slug: string): Promise<PublicEmployer | null> {
  const row = await db
    .selectFrom("employers")
    .select([
      "id",
      "slug",
      "name",
      "kind",
      "website",
      "about",
      "city",
      "state",
      "logoFileId",
      "verifiedAt",
    ])
    .where("slug", "=", slug)
    .where(sql<boolean>`not employer_is_hidden(employers.id)`)
    .executeTakeFirst();
  return row ?? null;
}
