import { type RawBuilder, sql } from "kysely";
import type { Facet } from "#app/domain/job-search.ts";
import type { Db } from "#db/client.ts";
import { runPrepared } from "#db/prepared.ts";

// Changes are noted by the triggers of the migration `job-facet-changes`, which says why they are asked for so.

type SetName = Facet | "requires";

/** An open job as it is held in memory: times in microseconds since 1970, sets by their keys. */
export interface JobColumnRow extends Record<SetName, string> {
  id: string;
  publishedAt: number;
  endsAt: number;
  apprentice: string;
  hourlyMax: string | null;
  /** "latitude,longitude". */
  point: string | null;
  employerId: string;
  employerKind: string;
}

/** One look at what has changed. */
export interface FacetChanges {
  /** What this look has seen; the next one starts from it. */
  snapshot: string;
  /** False when `since` is of another life of the database, and tells nothing about this one. */
  isLater: boolean;
  /** Jobs that came, changed or left; up to one more than `most`. */
  jobIds: string[];
  /** By the database's clock. */
  now: Date;
  /** As `readSearchGeneration` has it. */
  generation: number;
}

/** What is seen from now on; the start of a first look. */
export async function readSnapshot(db: Db): Promise<string> {
  const { rows } = await sql<{ snapshot: string }>`
    select pg_current_snapshot()::text as snapshot`.execute(db);
  return rows[0]?.snapshot ?? "";
}

/** The jobs whose change was not to be seen yet when `since` was read. One probe of an index when there is none. */
export async function readFacetChanges(
  db: Db,
  { since, most }: { since: string; most: number },
): Promise<FacetChanges> {
  const [row] = await runPrepared(
    db,
    "facet-changes",
    sql<FacetChanges>`
      select pg_current_snapshot()::text as snapshot, now() as now,
        pg_snapshot_xmax(pg_current_snapshot()) >= pg_snapshot_xmax(${since}::pg_snapshot) as is_later,
        (select case when is_called then last_value else 0 end from search_generation) as generation,
        array(
          select job_id from job_facet_changes
          where changed_by >= pg_snapshot_xmin(${since}::pg_snapshot)
            and not pg_visible_in_snapshot(changed_by, ${since}::pg_snapshot)
            and changed_by < pg_snapshot_xmax(pg_current_snapshot())
          order by changed_by limit ${most + 1}::int
        )::text[] as job_ids`,
  );
  if (!row) throw new Error("the database told nothing of its changes");
  return row;
}

/** Those of these jobs that are open, by their rows. */
export async function listColumnRows(db: Db, ids: readonly string[]): Promise<JobColumnRow[]> {
  const { rows } = await selectRows(
    sql`where job_facets.job_id = any(${[...ids]}::uuid[])`,
  ).execute(db.withoutPlugins());
  return rows;
}

/** All open jobs a stretch at a time, the oldest first: those published together by their ids backwards. */
export async function listColumnRowsAfter(
  db: Db,
  { after, limit }: { after: Pick<JobColumnRow, "id" | "publishedAt"> | null; limit: number },
): Promise<JobColumnRow[]> {
  const at = sql`to_timestamp(${(after?.publishedAt ?? 0) / 1_000_000}::float8)`;
  const later = after
    ? sql`where job_facets.first_published_at >= ${at}
        and (job_facets.first_published_at > ${at} or job_facets.job_id < ${after.id})`
    : sql``;
  const { rows } = await selectRows(sql`${later}
    order by job_facets.first_published_at, job_facets.job_id desc limit ${limit}`).execute(
    db.withoutPlugins(),
  );
  return rows;
}

// Their names as they are: putting those of a million rows right costs as much as reading them.
const selectRows = (rest: RawBuilder<unknown>) => sql<JobColumnRow>`
  select job_facets.job_id as id, family::text, requires::text, job_facets.specialty::text, credential::text, setting::text,
    mode::text, type::text, job_facets.state::text, experience::text, job_facets.software::text, apprentice::text,
    job_facets.hourly_max::float8::text as "hourlyMax",
    (extract(epoch from job_facets.first_published_at) * 1000000)::float8 as "publishedAt",
    (extract(epoch from job_facets.expires_at) * 1000000)::float8 as "endsAt",
    job_facets.latitude::text || ',' || job_facets.longitude::text as point,
    jobs.employer_id as "employerId", employers.kind as "employerKind"
  from job_facets join jobs on jobs.id = job_facets.job_id join employers on employers.id = jobs.employer_id
  ${rest}`;

/** The values of sets, by facet and key. A set never changes. */
export async function listFacetSets(
  db: Db,
  asked: readonly { facet: SetName; key: string }[],
): Promise<{ facet: SetName; key: string; held: string[] }[]> {
  if (asked.length === 0) return [];
  // As text: arrays take the driver ten times as long.
  const { rows } = await sql<{ facet: SetName; key: string; held: string }>`
    select facet, key::text, array_to_string(held, ' ') as held from job_facet_sets
    where (facet, key) in (
      select * from unnest(${asked.map(({ facet }) => facet)}::text[], ${asked.map(({ key }) => key)}::bigint[]))`.execute(
    db.withoutPlugins(),
  );
  return rows.map(({ facet, key, held }) => ({ facet, key, held: held.split(" ") }));
}
