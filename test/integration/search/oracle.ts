import { type RawBuilder, sql } from "kysely";
import { type Facet, type JobSearch, NOT_STATED } from "#app/domain/job-search.ts";
import { SPECIALTIES } from "#app/domain/vocabulary.ts";
import type { Db } from "#db/client.ts";

type Test = RawBuilder<boolean>;

/** What each facet asks of a job, written as plainly as SQL allows and sharing nothing with the searches. */
const FACET_TESTS: Record<Facet, (value: string) => Test> = {
  specialty: (value) => sql`(j.specialty = ${value} or ${value} = any(j.other_specialties))`,
  family: (value) =>
    value === NOT_STATED
      ? sql`not exists (select from job_requirements r where r.job_id = j.id)`
      : sql`exists (
          select from job_requirements r join code_families f on f.id = r.family_id
          where r.job_id = j.id and (f.id = ${value} or ${value} = any(f.ancestor_ids)
            or f.id = (select successor_id from code_families where id = ${value})))`,
  credential: (value) =>
    value === NOT_STATED
      ? sql`j.credential_rule = '[]'`
      : sql`j.credential_rule::text like ${`%"${value}"%`}`,
  setting: (value) => sql`${value} = any(j.settings)`,
  mode: (value) => sql`j.work_mode = ${value}`,
  type: (value) => sql`j.employment_type = ${value}`,
  state: (value) => sql`${value} = any(j.eligible_states)`,
  experience: (value) =>
    value === NOT_STATED ? sql`j.experience_level is null` : sql`j.experience_level = ${value}`,
  software: (value) =>
    value === NOT_STATED ? sql`j.software = '{}'` : sql`${value} = any(j.software)`,
};

const FACETS = Object.keys(FACET_TESTS) as Facet[];

type At = { latitude: number; longitude: number } | null;

/** Everything a search without words asks of a job; `except` leaves out what one facet asks. */
function testsOf(search: JobSearch, point: At, except?: Facet): RawBuilder<unknown> {
  const tests: Test[] = [sql`j.status = 'published' and j.expires_at > now()`];
  for (const facet of FACETS) {
    const values = search[facet];
    if (values.length === 0 || facet === except) continue;
    tests.push(sql`(${sql.join(values.map(FACET_TESTS[facet]), sql` or `)})`);
  }
  if (search.apprentice) tests.push(sql`j.accepts_apprentices`);
  if (search.payMin !== null) tests.push(sql`coalesce(j.hourly_max, 0) >= ${search.payMin}`);
  if (search.postedWithin !== null) {
    tests.push(sql`j.first_published_at > now() - ${search.postedWithin} * interval '1 day'`);
  }
  if (point) tests.push(sql`${milesBetween(point)} <= ${search.radius}`);
  return sql.join(tests, sql` and `);
}

const milesBetween = ({ latitude, longitude }: NonNullable<At>) => sql`3958.8 * 2 * asin(sqrt(
  sin(radians(j.latitude - ${latitude}) / 2) ^ 2
  + cos(radians(${latitude})) * cos(radians(j.latitude)) * sin(radians(j.longitude - ${longitude}) / 2) ^ 2
))`;

/** Ids of the jobs a search without words must list, in no order. */
export async function idsByOracle(db: Db, search: JobSearch, point: At = null): Promise<string[]> {
  return (await orderByOracle(db, search, point)).toSorted();
}

/** The same in the order the search asks for: the newest first unless by pay or by distance. */
export async function orderByOracle(
  db: Db,
  search: JobSearch,
  point: At = null,
): Promise<string[]> {
  const first =
    search.sort === "pay"
      ? sql`coalesce(j.hourly_max, 0) desc,`
      : search.sort === "distance" && point
        ? sql`round((${milesBetween(point)})::numeric, 3),`
        : sql``;
  const { rows } = await sql<{ id: string }>`
    select j.id from jobs j where ${testsOf(search, point)}
    order by ${first} j.first_published_at desc`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many jobs choosing each of these values of a facet, and nothing else of it, must list. */
export async function countsByOracle(
  db: Db,
  {
    search,
    point,
    facet,
    values,
  }: { search: JobSearch; point: At; facet: Facet; values: string[] },
): Promise<Record<string, number>> {
  const counts = values.map((value) => sql`count(*) filter (where ${FACET_TESTS[facet](value)})`);
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(counts)}]::int[] as counts from jobs j
    where ${testsOf(search, point, facet)}`.execute(db);
  return Object.fromEntries(values.map((value, at) => [value, rows[0]?.counts[at] ?? 0]));
}

/** Parameters that, alone and in pairs, ask for everything but words. */
export const PARAMETERS: readonly string[] = [
  `specialty=${SPECIALTIES[0]?.slug}`,
  `specialty=${SPECIALTIES[1]?.slug}&specialty=${SPECIALTIES[2]?.slug}`,
  "family=cpt-echo",
  "family=cpt-medicine-cardiovascular",
  "family=cpt",
  "family=not-stated&family=hcc-v28",
  "family=cpt-vasc-leg-revasc-legacy",
  "credential=CPC",
  "credential=not-stated",
  "setting=inpatient-facility",
  "mode=remote&mode=hybrid",
  "type=full-time",
  "state=OR",
  "state=IN",
  "state=OR&state=FL",
  "experience=entry&experience=not-stated",
  "software=epic",
  "software=not-stated",
  "apprentice=true",
  "payMin=35",
  "postedWithin=14",
  "near=Tampa,+FL&radius=40",
  "near=97201&radius=5",
];
