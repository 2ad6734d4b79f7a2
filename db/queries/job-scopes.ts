import { sql } from "kysely";

// Of the table `jobs` under its own name, in the builder and in raw SQL alike.

/**
 * What anyone may see: published, not past its end by the database's clock, and not out of view for a suspension. Every
 * public read filters by this, whatever a search index or a cache says.
 */
export const IS_PUBLISHED = sql<boolean>`(jobs.status = 'published' and jobs.expires_at > now() and jobs.hidden_at is null)`;

/** As `IS_PUBLISHED`, for `where`. */
export const isPublished = () => IS_PUBLISHED;

/** What has been public and still has an address: open, paused or ended, and not out of view for a suspension. */
export const wasPublished = () =>
  sql<boolean>`(jobs.status in ('published', 'paused', 'closed', 'expired') and jobs.first_published_at is not null and jobs.hidden_at is null)`;
