import { type Kysely, sql } from "kysely";

// What Postgres searches when the engine is away: one row per published job, refreshed by the same statement-level
// triggers that mark it for the engine, so it is never behind. Descriptions are left out: they would double the time
// of a 100,000-row seed, and the page says that results are basic.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table job_search (
      job_id uuid primary key references jobs on delete cascade,
      words tsvector not null,
      phrase text not null,
      required_ids text[] not null,
      family_ids text[] not null,
      specialties text[] not null,
      credentials text[] not null
    )`.execute(db);
  await sql`create index job_search_words on job_search using gin (words)`.execute(db);
  await sql`create index job_search_phrase on job_search using gin (phrase gin_trgm_ops)`.execute(
    db,
  );
  await sql`create index job_search_family_ids on job_search using gin (family_ids)`.execute(db);
  await sql`create index job_search_specialties on job_search using gin (specialties)`.execute(db);
  await sql`create index job_search_required_ids on job_search using gin (required_ids)`.execute(
    db,
  );
  await sql`create index jobs_published_pay on jobs (hourly_max desc) where status = 'published'`.execute(
    db,
  );

  await sql`
    create function refresh_job_search(ids uuid[]) returns void language sql as $$
      delete from job_search using jobs
      where job_search.job_id = any(refresh_job_search.ids) and jobs.id = job_search.job_id and jobs.status <> 'published';

      insert into job_search (job_id, words, phrase, required_ids, family_ids, specialties, credentials)
      select
        jobs.id,
        setweight(to_tsvector('english', jobs.title), 'A')
          || setweight(to_tsvector('english', named.words || ' ' || families.labels), 'B')
          || setweight(to_tsvector('english', stated.words), 'C'),
        lower(jobs.title || ' ' || named.words || ' ' || families.labels || ' ' || coalesce(jobs.city, '')),
        families.required_ids,
        families.family_ids,
        array(select distinct unnest(array_prepend(jobs.specialty, jobs.other_specialties))),
        array(select distinct code from jsonb_array_elements(jobs.credential_rule) as held,
          jsonb_array_elements_text(held) as code)
      from jobs
      join employers on employers.id = jobs.employer_id
      cross join lateral (
        select coalesce(array_agg(distinct own.id), '{}') as required_ids, coalesce(array_agg(distinct line.id), '{}') as family_ids, coalesce(string_agg(distinct line.label, ' '), '') as labels
        from job_requirements
        join code_families as own on own.id = job_requirements.family_id
        cross join lateral (
          select own.id, own.label
          union all
          select above.id, null from unnest(own.ancestor_ids) as above(id)
        ) as line
        where job_requirements.job_id = jobs.id
      ) as families
      cross join lateral (
        select employers.name || ' ' || replace(concat_ws(' ', jobs.specialty, array_to_string(jobs.other_specialties, ' '), jobs.role), '-', ' ') as words
      ) as named
      cross join lateral (
        select replace(concat_ws(' ', array_to_string(jobs.settings, ' '), jobs.work_mode, jobs.employment_type, jobs.schedule,
          array_to_string(jobs.software, ' '), array_to_string(jobs.preferred_credentials, ' '), jobs.credential_rule::text,
          jobs.city, jobs.state, jobs.experience_level), '-', ' ') as words
      ) as stated
      where jobs.id = any(refresh_job_search.ids) and jobs.status = 'published'
      on conflict (job_id) do update set
        words = excluded.words, phrase = excluded.phrase, required_ids = excluded.required_ids, family_ids = excluded.family_ids,
        specialties = excluded.specialties, credentials = excluded.credentials
    $$`.execute(db);
}
