import { type Kysely, sql } from "kysely";

// What Postgres searches when the engine is away, refreshed by the same statement-level triggers that mark a job for
// the engine, so it is never behind. Only published jobs have rows.
//
// `job_search` holds the words. Descriptions are left out: they would double the time of a 100,000-row seed, and the
// page says that results are basic.
//
// `job_facets` holds all that filters, order and counts ask, a row of 180 bytes: a job's values of a facet are one
// number, the key of their set in `job_facet_sets`. Counting nine facets of 100,000 jobs groups numbers and unnests a
// few thousand sets; over the arrays themselves it took more than eight seconds.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table job_search (
      job_id uuid primary key references jobs on delete cascade,
      words tsvector not null,
      phrase text not null
    )`.execute(db);
  await sql`create index job_search_words on job_search using gin (words)`.execute(db);
  await sql`create index job_search_phrase on job_search using gin (phrase gin_trgm_ops)`.execute(
    db,
  );

  await sql`
    create table job_facet_sets (
      facet text not null,
      key bigint not null,
      held text[] not null,
      primary key (facet, key)
    )`.execute(db);
  await sql`create index job_facet_sets_held on job_facet_sets using gin (held)`.execute(db);

  await sql`
    create table job_facets (
      job_id uuid primary key references jobs on delete cascade,
      family bigint not null,
      requires bigint not null,
      specialty bigint not null,
      credential bigint not null,
      setting bigint not null,
      mode bigint not null,
      type bigint not null,
      state bigint not null,
      experience bigint not null,
      software bigint not null,
      apprentice boolean not null,
      hourly_max numeric(8, 2),
      first_published_at timestamptz not null,
      expires_at timestamptz not null,
      longitude double precision,
      latitude double precision
    )`.execute(db);
  await sql`create index job_facets_newest on job_facets (first_published_at desc, job_id)`.execute(
    db,
  );
  await sql`create index job_facets_pay on job_facets (hourly_max desc nulls last, first_published_at desc, job_id)`.execute(
    db,
  );
  await sql`create index job_facets_requires on job_facets (requires)`.execute(db);

  await sql`
    create function set_key(held text[]) returns bigint language sql immutable parallel safe as $$
      select hashtextextended(array_to_string(held, ' '), 0)
    $$`.execute(db);

  await sql`
    create function refresh_job_search(ids uuid[]) returns void language sql as $$
      delete from job_search using jobs
      where job_search.job_id = any(refresh_job_search.ids) and jobs.id = job_search.job_id and jobs.status <> 'published';
      delete from job_facets using jobs
      where job_facets.job_id = any(refresh_job_search.ids) and jobs.id = job_facets.job_id and jobs.status <> 'published';

      with stated as materialized (
        select
          jobs.id, jobs.accepts_apprentices, jobs.hourly_max, jobs.first_published_at, jobs.expires_at, jobs.longitude, jobs.latitude,
          setweight(to_tsvector('english', jobs.title), 'A')
            || setweight(to_tsvector('english', named.words || ' ' || families.labels), 'B')
            || setweight(to_tsvector('english', others.words), 'C') as words,
          lower(jobs.title || ' ' || named.words || ' ' || families.labels || ' ' || coalesce(jobs.city, '')) as phrase,
          families.family, families.requires,
          array(select distinct unnest(array_prepend(jobs.specialty, jobs.other_specialties)) order by 1) as specialty,
          array(select distinct code from jsonb_array_elements(jobs.credential_rule) as one,
            jsonb_array_elements_text(one) as code order by 1) as credential,
          jobs.settings as setting,
          array_remove(array[jobs.work_mode], null) as mode,
          array_remove(array[jobs.employment_type], null) as type,
          jobs.eligible_states as state,
          array_remove(array[jobs.experience_level], null) as experience,
          jobs.software
        from jobs
        join employers on employers.id = jobs.employer_id
        cross join lateral (
          select
            coalesce(array_agg(distinct own.id), '{}') as requires,
            coalesce(array_agg(distinct line.id), '{}') as family,
            coalesce(string_agg(distinct line.label, ' '), '') as labels
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
        ) as others
        where jobs.id = any(refresh_job_search.ids) and jobs.status = 'published'
      ),
      sets as (
        insert into job_facet_sets (facet, key, held)
        select distinct on (facet, set_key(held)) facet, set_key(held), case when held = '{}' then '{not-stated}' else held end
        from stated cross join lateral (values
          ('family', family), ('requires', requires), ('specialty', specialty), ('credential', credential), ('setting', setting),
          ('mode', mode), ('type', type), ('state', state), ('experience', experience), ('software', software)
        ) as one(facet, held)
        order by 1, 2
        on conflict do nothing
      ),
      facets as (
        insert into job_facets (job_id, family, requires, specialty, credential, setting, mode, type, state, experience, software,
          apprentice, hourly_max, first_published_at, expires_at, longitude, latitude)
        select id, set_key(family), set_key(requires), set_key(specialty), set_key(credential), set_key(setting), set_key(mode),
          set_key(type), set_key(state), set_key(experience), set_key(software), accepts_apprentices, hourly_max,
          first_published_at, expires_at, longitude, latitude
        from stated
        on conflict (job_id) do update set
          family = excluded.family, requires = excluded.requires, specialty = excluded.specialty, credential = excluded.credential,
          setting = excluded.setting, mode = excluded.mode, type = excluded.type, state = excluded.state,
          experience = excluded.experience, software = excluded.software, apprentice = excluded.apprentice,
          hourly_max = excluded.hourly_max, first_published_at = excluded.first_published_at, expires_at = excluded.expires_at,
          longitude = excluded.longitude, latitude = excluded.latitude
      )
      insert into job_search (job_id, words, phrase) select id, words, phrase from stated
      on conflict (job_id) do update set words = excluded.words, phrase = excluded.phrase
    $$`.execute(db);
}
