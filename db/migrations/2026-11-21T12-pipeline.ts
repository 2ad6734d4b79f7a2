import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // What lists filter by, taken from the profile as it was sent: it goes with the snapshot when that is blanked.
  await sql`
    alter table applications
      add column applicant_name text generated always as (lower(snapshot ->> 'name')) stored,
      add column applicant_state text generated always as (snapshot ->> 'state') stored,
      add column credential_codes jsonb
        generated always as (jsonb_path_query_array(snapshot, '$.credentials[*].code')) stored,
      add column family_ids jsonb
        generated always as (jsonb_path_query_array(snapshot, '$.experience[*].familyId')) stored,
      add column rating_average real`.execute(db);
  await sql`create index applications_by_job_stage_newest on applications (job_id, stage, submitted_at desc, id)`.execute(
    db,
  );
  await sql`create index applications_by_job_stage_match on applications (job_id, stage, match_score desc, submitted_at desc, id)`.execute(
    db,
  );
  await sql`create index applications_by_job_name on applications (job_id, applicant_name, id)`.execute(
    db,
  );
  await sql`create index applications_by_job_state on applications (job_id, applicant_state)`.execute(
    db,
  );
  await sql`create index applications_by_job_rating on applications (job_id, rating_average desc nulls last, submitted_at desc, id)`.execute(
    db,
  );
  await sql`create index applications_by_job_reply on applications (job_id, (first_reply_at is not null), reply_by, submitted_at desc, id)`.execute(
    db,
  );

  await sql`
    create table application_ratings (
      application_id uuid not null references applications on delete cascade,
      user_id uuid not null references users on delete cascade,
      score smallint not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (application_id, user_id),
      constraint application_ratings_score_range check (score between 1 and 5)
    )`.execute(db);
  await sql`create index application_ratings_user_id on application_ratings (user_id)`.execute(db);
  // Kept by the database, so that a rating that goes with its member leaves no average behind.
  await sql`
    create function keep_rating_average() returns trigger language plpgsql as $$
    begin
      update applications
      set rating_average = (
        select avg(score) from application_ratings
        where application_id = coalesce(new.application_id, old.application_id)
      )
      where id = coalesce(new.application_id, old.application_id);
      return null;
    end $$`.execute(db);
  await sql`
    create trigger keep_rating_average after insert or update or delete on application_ratings
    for each row execute function keep_rating_average()`.execute(db);

  await sql`
    create table application_note_mentions (
      note_id uuid not null references application_notes on delete cascade,
      user_id uuid not null references users on delete cascade,
      created_at timestamptz not null default now(),
      done_at timestamptz,
      primary key (note_id, user_id)
    )`.execute(db);
  await sql`create index application_note_mentions_waiting on application_note_mentions (user_id, created_at desc) where done_at is null`.execute(
    db,
  );
  await sql`create index application_note_mentions_by_user on application_note_mentions (user_id, created_at desc)`.execute(
    db,
  );

  // One answer to several applications; its id is the form's key, so that sending it twice is sending it once.
  await sql`
    create table bulk_answers (
      id uuid primary key,
      job_id uuid not null references jobs on delete cascade,
      actor_id uuid references users on delete set null,
      kind text not null,
      body_hash text not null,
      created_at timestamptz not null default now(),
      constraint bulk_answers_kind_check check (kind in ('move', 'reject'))
    )`.execute(db);
  await sql`create index bulk_answers_job_id on bulk_answers (job_id)`.execute(db);
  await sql`
    create table bulk_answer_outcomes (
      bulk_answer_id uuid not null references bulk_answers on delete cascade,
      application_id uuid not null references applications on delete cascade,
      position smallint not null,
      -- why it was refused; null when it was done
      refusal text,
      primary key (bulk_answer_id, application_id)
    )`.execute(db);
  await sql`create index bulk_answer_outcomes_application_id on bulk_answer_outcomes (application_id)`.execute(
    db,
  );
}
