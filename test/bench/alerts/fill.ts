import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { compileSearch, countTerms } from "#app/features/alerts/compile-search.server.ts";
import type { RootDb } from "#db/client.ts";
import { readMatchableJobs } from "#db/queries/saved-search-matching.ts";
import { upsertSavedSearch } from "#db/queries/saved-search-writes.ts";
import { seedVolume } from "#db/seed/volume/seed-volume.ts";
import { drawSearch, type Sample } from "./searches.ts";

const OWNERS = 2_000;
const CHUNK = 250;

const token = () => randomBytes(16).toString("hex");

/** Open jobs, and people who may save searches; what the searches are drawn from. */
export async function fillBoard(db: RootDb, jobs: number): Promise<Sample[]> {
  await seedVolume(db, { jobs, applicants: 0, now: new Date() });
  await sql`
    insert into users (email, name, kind, password_hash, email_verified_at)
    select 'person-' || n || '@example.com', 'Person ' || n, 'applicant', 'none', now()
    from generate_series(0, ${OWNERS - 1}::int) as n`.execute(db);
  const rows = await db
    .selectFrom("jobs")
    .select(["jobs.id", "jobs.title", "jobs.city", "jobs.state"])
    .orderBy("jobs.id")
    .limit(2_000)
    .execute();
  const asked = new Map(
    (
      await readMatchableJobs(
        db,
        rows.map(({ id }) => id),
      )
    ).map((job) => [job.id, job]),
  );
  return rows.flatMap(({ id, title, city, state }) => {
    const job = asked.get(id);
    if (!job) return [];
    const place = city && state ? `${city}, ${state}` : null;
    return [{ values: job.values, title, place, hourlyMax: job.hourlyMax }];
  });
}

const ownersOf = async (db: RootDb): Promise<string[]> =>
  (
    await db
      .selectFrom("users")
      .select("id")
      .where("kind", "=", "applicant")
      .orderBy("id")
      .execute()
  ).map(({ id }) => id);

/** Saves the searches `from` up to `to`, each read and taken apart as when a person saves it. */
export async function saveSearches(
  db: RootDb,
  samples: readonly Sample[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  const [owners, counts] = await Promise.all([ownersOf(db), countTerms(db)]);
  const clock = () => new Date();
  for (let start = from; start < to; start += CHUNK) {
    await db.transaction().execute(async (trx) => {
      for (let index = start; index < Math.min(to, start + CHUNK); index += 1) {
        const search = parseJobSearch(drawSearch(index, samples));
        await upsertSavedSearch(trx, {
          ...(await compileSearch({ db: trx as RootDb, clock }, search, counts)),
          owner: { userId: owners[index % owners.length] ?? "" },
          frequency: index % 10 === 0 ? "instant" : "daily",
          feedToken: token(),
          stopToken: token(),
        });
      }
    });
  }
}

/** The searches there are, saved by `times` more people each: what many ask for, many save. */
export async function saveAgain(db: RootDb, times: number): Promise<void> {
  const { rows } = await sql<{ columns: string[] }>`
    select array_agg(quote_ident(attname)) as columns from pg_attribute
    where attrelid = 'saved_searches'::regclass and attnum > 0 and not attisdropped
      and attname not in ('id', 'user_id', 'feed_token', 'stop_token')`.execute(db);
  const kept = sql.raw((rows[0]?.columns ?? []).join(", "));
  const owners = await ownersOf(db);
  await sql`create table copied as select id, row_number() over (order by id) as place from saved_searches`.execute(
    db,
  );
  for (let copy = 1; copy <= times; copy += 1) {
    await sql`
      with fresh as (
        select copied.id as original, gen_random_uuid() as id,
          (${owners}::uuid[])[1 + (place + ${copy}::int * 197) % ${owners.length}::int] as owner from copied
      ), saved as (
        insert into saved_searches (id, user_id, feed_token, stop_token, ${kept})
        select fresh.id, owner, gen_random_uuid()::text, gen_random_uuid()::text, ${kept}
        from fresh join saved_searches on saved_searches.id = original
        on conflict do nothing returning id
      )
      insert into saved_search_terms (term, saved_search_id)
      select term, fresh.id from fresh join saved on saved.id = fresh.id
      join saved_search_terms on saved_search_id = original`.execute(db);
  }
  await sql`drop table copied`.execute(db);
}
