import { sql } from "kysely";
import type { Db } from "#db/client.ts";

/** Templates an employer may keep: more would be a list nobody reads. */
export const MOST_TEMPLATES = 50;

/** An employer's own templates by name. */
export async function listTemplates(db: Db, employerId: string) {
  return db
    .selectFrom("messageTemplates")
    .leftJoin("users", "users.id", "messageTemplates.updatedBy")
    .select([
      "messageTemplates.id",
      "messageTemplates.name",
      "messageTemplates.body",
      "messageTemplates.updatedAt",
      "users.name as updatedByName",
    ])
    .where("messageTemplates.employerId", "=", employerId)
    .orderBy(sql`lower(message_templates.name)`)
    .limit(MOST_TEMPLATES)
    .execute();
}

/** One of this employer's templates; null for an unknown id and for another employer's. */
export async function findTemplate(db: Db, { id, employerId }: { id: string; employerId: string }) {
  const row = await db
    .selectFrom("messageTemplates")
    .select(["id", "name", "body", "version"])
    .where("id", "=", id)
    .where("employerId", "=", employerId)
    .executeTakeFirst();
  return row ?? null;
}

interface TemplateWords {
  id: string;
  employerId: string;
  name: string;
  body: string;
  updatedBy: string;
}

/** Lets one member at a time change the employer's templates, until the transaction ends. */
export async function holdTemplates(
  db: Db,
  employerId: string,
): Promise<{ id: string; name: string; body: string }[]> {
  await db
    .selectFrom("employers")
    .select("id")
    .where("id", "=", employerId)
    .forNoKeyUpdate()
    .execute();
  return db
    .selectFrom("messageTemplates")
    .select(["id", "name", "body"])
    .where("employerId", "=", employerId)
    .execute();
}

export async function insertTemplate(db: Db, template: TemplateWords): Promise<void> {
  await db.insertInto("messageTemplates").values(template).execute();
}

/** Changes a template that is still as the member saw it; false when it is not. */
export async function updateTemplate(
  db: Db,
  { id, version, employerId, ...words }: TemplateWords & { version: number },
): Promise<boolean> {
  const row = await db
    .updateTable("messageTemplates")
    .set({ ...words, version: version + 1, updatedAt: sql<Date>`now()` })
    .where("id", "=", id)
    .where("employerId", "=", employerId)
    .where("version", "=", version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteTemplate(
  db: Db,
  { id, employerId }: { id: string; employerId: string },
): Promise<void> {
  await db
    .deleteFrom("messageTemplates")
    .where("id", "=", id)
    .where("employerId", "=", employerId)
    .execute();
}
