import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import type { OwnedTable } from "./owned-tables.ts";

/** Secrets, which must not leave, and what an employer's members think of an applicant, which is theirs. */
const LEFT_OUT = new Set([
  "email_tokens",
  "idempotency_keys",
  "saved_search_terms",
  "saved_search_digests",
  "account_exports",
  "application_notes",
  "application_note_mentions",
  "application_ratings",
  "bulk_answers",
  "bulk_answer_outcomes",
]);

/** The same, by column. */
const COLUMNS_LEFT_OUT: Record<string, readonly string[]> = {
  users: ["password_hash", "stand_in"],
  sessions: ["id"],
  saved_searches: ["feed_token", "stop_token", "conditions", "words"],
  apply_invitations: ["invited_by"],
  applicant_credentials: ["verified_by"],
  applications: [
    "rating_average",
    "applicant_name",
    "applicant_state",
    "credential_codes",
    "family_ids",
  ],
};

const MOST_ROWS = 100_000;

/** A table's rows that are this person's, as JSON by column; null for a table that is not theirs to have. */
export async function listPersonalRecords(
  db: Db,
  { name, isOwned }: OwnedTable,
): Promise<Record<string, unknown>[] | null> {
  if (LEFT_OUT.has(name)) return null;
  const dropped = [...(COLUMNS_LEFT_OUT[name] ?? [])];
  const { rows } = await sql<{ record: Record<string, unknown> }>`
    select to_jsonb(one) - ${dropped}::text[] as record from ${sql.table(name)} as one where ${isOwned} limit ${MOST_ROWS}`.execute(
    db,
  );
  return rows.map(({ record }) => record);
}

/** The jobs a person's records name, so that their ids mean something. */
export async function listNamedJobs(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; slug: string; title: string; employer: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; slug: string; title: string; employer: string }>`
    select jobs.id, jobs.slug, jobs.title, employers.name as employer
    from jobs join employers on employers.id = jobs.employer_id
    where jobs.id = any(${[...ids]}::uuid[]) order by jobs.title, jobs.id`.execute(db);
  return rows;
}

/** Where the bytes of these files are, and what they were called if anything remembers it. */
export async function listStoredFiles(
  db: Db,
  ids: readonly string[],
): Promise<
  {
    id: string;
    storageKey: string;
    contentType: string;
    createdAt: Date;
    filename: string | null;
  }[]
> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    storageKey: string;
    contentType: string;
    createdAt: Date;
    filename: string | null;
  }>`
    select id, storage_key, content_type, created_at, coalesce(
      (select filename from resumes where file_id = files.id limit 1),
      (select resume_filename from applications where resume_file_id = files.id limit 1),
      (select 'evidence-' || code || case content_type when 'application/pdf' then '.pdf' else '.jpg' end
        from applicant_credentials where evidence_file_id = files.id limit 1)) as filename
    from files where id = any(${[...ids]}::uuid[]) order by created_at, id`.execute(db);
  return rows;
}
