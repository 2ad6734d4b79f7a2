import { type ExpressionBuilder, sql } from "kysely";
import type { Database } from "#db/schema/index.ts";

/**
 * What anyone may see: published and not past its end by the database's clock. Every public read filters by this,
 * whatever a search index or a cache says.
 */
export const isPublished = (eb: ExpressionBuilder<Database, "jobs">) =>
  eb.and([eb("jobs.status", "=", "published"), eb("jobs.expiresAt", ">", sql<Date>`now()`)]);
