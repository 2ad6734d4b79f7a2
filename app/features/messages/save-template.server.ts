import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { Membership, Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  findTemplate,
  holdTemplates,
  insertTemplate,
  MOST_TEMPLATES,
  updateTemplate,
} from "#db/queries/message-templates.ts";
import type { TemplateInput } from "./message.form.ts";

interface Saved {
  viewer: Viewer & { membership: Membership };
  /** Of the template; a new one gets the id its form was made with, so that a second click makes no second one. */
  id: string;
  input: TemplateInput;
}

/** A taken name belongs beside its control. */
export const NAME_TAKEN = "You have a template of this name. Choose another.";

/**
 * Keeps a new template of the viewer's employer. Refuses with `DomainError`: "incomplete" for a taken name or when
 * there are too many.
 */
export async function addTemplate(
  { db }: Pick<Deps, "db">,
  { viewer, id, input }: Saved,
): Promise<void> {
  const { employerId } = viewer.membership;
  const { name, body } = input;
  await db.transaction().execute(async (trx) => {
    const own = await holdTemplates(trx, employerId);
    const same = own.find((one) => one.id === id);
    if (same?.name === name && same.body === body) return;
    requireFreeName(own, { id, name });
    if (same) throw changed();
    if (own.length >= MOST_TEMPLATES) {
      throw new DomainError(
        "incomplete",
        `You have ${MOST_TEMPLATES} templates, which is the most we keep. Delete one first.`,
      );
    }
    await insertTemplate(trx, { id, employerId, name, body, updatedBy: viewer.userId });
  });
}

/** Changes a template. Refuses as `addTemplate`, and "changed-meanwhile" when somebody else has changed it. */
export async function editTemplate(
  { db }: Pick<Deps, "db">,
  { viewer, id, input }: Saved,
): Promise<void> {
  const { employerId } = viewer.membership;
  await db.transaction().execute(async (trx) => {
    const own = await holdTemplates(trx, employerId);
    if (!(await findTemplate(trx, { id, employerId }))) throw notFoundError();
    requireFreeName(own, { id, name: input.name });
    const done = await updateTemplate(trx, { id, employerId, ...input, updatedBy: viewer.userId });
    if (!done) throw changed();
  });
}

function requireFreeName(
  own: readonly { id: string; name: string }[],
  { id, name }: { id: string; name: string },
): void {
  const same = (one: { id: string; name: string }) =>
    one.id !== id && one.name.toLowerCase() === name.toLowerCase();
  if (own.some(same)) throw new DomainError("incomplete", NAME_TAKEN);
}

const changed = (): DomainError =>
  new DomainError(
    "changed-meanwhile",
    "Somebody else has changed this template since you opened it. Copy your words, then reload the page.",
  );
