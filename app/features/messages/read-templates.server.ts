import type { Db } from "#db/client.ts";
import { findTemplate, listTemplates } from "#db/queries/message-templates.ts";
import { findStarter, STARTER_TEMPLATES } from "./starter-templates.ts";

export interface TemplateChoice {
  value: string;
  label: string;
}

/** What a member can fill a message with: the employer's own templates, then ours. */
export async function readTemplateChoices(db: Db, employerId: string): Promise<TemplateChoice[]> {
  const own = await listTemplates(db, employerId);
  return [
    ...own.map(({ id, name }) => ({ value: id, label: name })),
    ...STARTER_TEMPLATES.map(({ id, name }) => ({ value: id, label: `${name} (example)` })),
  ];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The words of a chosen template, one of the employer's own or one of ours; null for anything else. */
export async function readTemplateBody(
  db: Db,
  { id, employerId }: { id: string; employerId: string },
): Promise<string | null> {
  const starter = findStarter(id);
  if (starter) return starter.body;
  if (!UUID.test(id)) return null;
  const own = await findTemplate(db, { id, employerId });
  return own?.body ?? null;
}
