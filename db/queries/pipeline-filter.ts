import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from "kysely";
import type { PipelineFilter, PipelineSort } from "#app/domain/pipeline-query.ts";
import { statedBy } from "#app/domain/taxonomy/stated-experience.ts";
import type { Database } from "#db/schema/index.ts";

type Applications = ExpressionBuilder<Database, "applications">;

const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** The applications of one job that a filter means, at whatever stage. */
export function meantBy(jobId: string, filter: PipelineFilter) {
  return (eb: Applications): ExpressionWrapper<Database, "applications", SqlBool> => {
    const { name, credential, families, state, minScore, minRating } = filter;
    const words = name.toLowerCase().split(" ").filter(Boolean);
    return eb.and([
      eb("applications.jobId", "=", jobId),
      ...words.map((word) => eb("applications.applicantName", "like", `%${literally(word)}%`)),
      ...(credential ? [sql<SqlBool>`applications.credential_codes ? ${credential}`] : []),
      ...families.map((id) => sql<SqlBool>`applications.family_ids ?| ${statedBy(id)}::text[]`),
      ...(state ? [eb("applications.applicantState", "=", state)] : []),
      ...(minScore === null ? [] : [eb("applications.matchScore", ">=", minScore)]),
      ...(minRating === null ? [] : [eb("applications.ratingAverage", ">=", minRating)]),
    ]);
  };
}

const NEWEST = sql`applications.submitted_at desc, applications.id`;

/** What each order sorts by, ends included: no two applications ever tie. */
export const PIPELINE_ORDER: Record<PipelineSort, ReturnType<typeof sql>> = {
  newest: NEWEST,
  match: sql`applications.match_score desc, ${NEWEST}`,
  // Those still without an answer first: the others owe none.
  reply: sql`(applications.first_reply_at is not null), applications.reply_by, ${NEWEST}`,
  rating: sql`applications.rating_average desc nulls last, ${NEWEST}`,
  name: sql`applications.applicant_name, applications.id`,
};
