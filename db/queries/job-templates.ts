import { sql } from "kysely";
import type { Db } from "#db/client.ts";
import { toJson } from "#db/schema/json-column.ts";

/** An employer keeps at most this many. */
export const MOST_TEMPLATES = 100;

/** Adds a template, or saves over the employer's one of the same name; its id. */
export async function saveJobTemplateRow(
  db: Db,
  template: { employerId: string; name: string; form: Record<string, string[]>; savedBy: string },
): Promise<string> {
  const { employerId, name, form, savedBy } = template;
  const { rows } = await sql<{ id: string }>`
    insert into job_templates (employer_id, name, form, saved_by)
    values (${employerId}, ${name}, ${toJson(form)}, ${savedBy})
    on conflict (employer_id, lower(name))
    do update set name = excluded.name, form = excluded.form, saved_by = excluded.saved_by, created_at = now()
    returning id`.execute(db);
  return rows[0]?.id ?? "";
}

export async function countJobTemplates(db: Db, employerId: string): Promise<number> {
  const { count } = await db
    .selectFrom("jobTemplates")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("employerId", "=", employerId)
    .executeTakeFirstOrThrow();
  return count;
}

/** An employer's templates by name. */
export async function listJobTemplates(db: Db, employerId: string) {
  return await db
    .selectFrom("jobTemplates")
    .leftJoin("users", "users.id", "jobTemplates.savedBy")
    .select([
      "jobTemplates.id",
      "jobTemplates.name",
      "jobTemplates.createdAt",
      "users.name as savedBy",
    ])
    .where("jobTemplates.employerId", "=", employerId)
    .orderBy(sql`lower(job_templates.name)`)
    .limit(MOST_TEMPLATES)
    .execute();
}

/** One of an employer's own templates; null for an unknown id and for another employer's. */
export async function findJobTemplate(
  db: Db,
  { id, employerId }: { id: string; employerId: string },
) {
  const row = await db
    .selectFrom("jobTemplates")
    .select(["id", "name", "form"])
    .where("id", "=", id)
    .where("employerId", "=", employerId)
    .executeTakeFirst();
  return row ?? null;
}

export async function deleteJobTemplate(
  db: Db,
  { id, employerId }: { id: string; employerId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("jobTemplates")
    .where("id", "=", id)
    .where("employerId", "=", employerId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
