import { closingCalendarDay } from "#app/domain/closing-day.ts";
import { DomainError, notFoundError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import {
  countJobTemplates,
  findJobTemplate,
  MOST_TEMPLATES,
  saveJobTemplateRow,
} from "#db/queries/job-templates.ts";
import { createDraft } from "./create-draft.server.ts";
import { findPlace } from "./find-place.server.ts";
import { asFormData, typedValues } from "./job-values.ts";
import { type Member, requireOwnJob } from "./own-job.server.ts";
import { readJobForm } from "./read-job-form.server.ts";

/** Keeps what a job says, but for its closing day and reference, under a name; the same name again saves over it. */
export async function saveJobTemplate(
  { db }: Pick<Deps, "db">,
  { member, jobId, name }: { member: Member; jobId: string; name: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const job = await requireOwnJob(trx, member, jobId);
    if ((await countJobTemplates(trx, member.employerId)) >= MOST_TEMPLATES) {
      throw new DomainError(
        "illegal-move",
        `You have ${MOST_TEMPLATES} templates, which is as many as we keep. Delete one first.`,
      );
    }
    const { closesOn: _closesOn, reference: _reference, ...form } = typedValues(job);
    await saveJobTemplateRow(trx, {
      employerId: member.employerId,
      name,
      form,
      savedBy: member.userId,
    });
  });
}

/** Starts a draft from one of the employer's templates; its id. Sent twice with one key it is one draft. */
export async function startFromTemplate(
  deps: Pick<Deps, "db" | "clock">,
  {
    member,
    templateId,
    idempotencyKey,
  }: { member: Member; templateId: string; idempotencyKey: string },
): Promise<string> {
  const template = await findJobTemplate(deps.db, {
    id: templateId,
    employerId: member.employerId,
  });
  if (!template) throw notFoundError();
  const today = closingCalendarDay(deps.clock());
  const read = readJobForm(asFormData(template.form), today, findPlace);
  const { jobId } = await createDraft(deps, { member, read, idempotencyKey });
  return jobId;
}
