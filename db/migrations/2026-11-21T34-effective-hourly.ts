import { type Kysely, sql } from "kysely";

/** Jobs paid by the chart or encounter that state a target compare by what it brings in an hour, as `hourlyRange` has it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    with stated as (
      select id, coalesce(guaranteed_hourly, 0) as base,
        round(case production_unit
          when 'charts-per-day' then production_target / 8.0
          when 'minutes-per-chart' then 60.0 / production_target
          else production_target
        end, 2) as per_hour
      from jobs
      where production_target > 0 and pay_min is not null and pay_max is not null and (
        (pay_type = 'per-chart' and production_unit in ('charts-per-hour', 'charts-per-day', 'minutes-per-chart'))
        or (pay_type = 'per-encounter' and production_unit = 'encounters-per-hour'))
    )
    update jobs
    set hourly_min = greatest(base, round(pay_min * per_hour, 2)),
      hourly_max = greatest(base, round(pay_max * per_hour, 2))
    from stated where stated.id = jobs.id and stated.per_hour <= 200`.execute(db);
}
