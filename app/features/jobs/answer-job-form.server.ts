import { randomUUID } from "node:crypto";
import { applyRowIntent } from "#app/components/row-list/rows.ts";
import { closingCalendarDay } from "#app/domain/closing-day.ts";
import { isDomainError } from "#app/domain/errors.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { applyFamilyPicker } from "#app/web/family-picker.server.ts";
import { renderMarkdown } from "#app/web/markdown.server.ts";
import { derivedKey } from "#app/web/once.server.ts";
import { formValues } from "#app/web/parse-form.server.ts";
import { createDraft } from "./create-draft.server.ts";
import { dropChanges } from "./drop-changes.server.ts";
import { findPlace } from "./find-place.server.ts";
import { type JobFormAnswer, NO_ANSWER } from "./job-form-answer.ts";
import { type Member, requireOwnJob, type SeenVersion } from "./own-job.server.ts";
import { publishJob } from "./publish-job.server.ts";
import { type ReadJobForm, readJobForm } from "./read-job-form.server.ts";
import { saveDraft } from "./save-draft.server.ts";
import { updateJob } from "./update-job.server.ts";

type Outcome = { to: string } | { status: number; answer: JobFormAnswer };

interface Sent {
  member: Member;
  /** null on the page that starts a job. */
  jobId: string | null;
  form: FormData;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One answer for every button of the job form, new or not: where to go, or what to show. */
export async function answerJobForm(deps: Deps, { member, jobId, form }: Sent): Promise<Outcome> {
  const page = (status: number, answer: Partial<JobFormAnswer>): Outcome => ({
    status,
    answer: { ...NO_ANSWER, jobId, ...answer },
  });
  const picked = applyFamilyPicker(form, "requirements");
  if (picked) return page(200, picked);
  const rows = applyRowIntent(formValues(form), String(form.get("intent")), ["questions"]);
  if (rows) return page(200, { form: { values: rows.values, errors: {} } });
  if (form.get("intent") === "preview") {
    const preview = renderMarkdown(String(form.get("description") ?? "").slice(0, 12_000));
    return page(200, { form: { values: formValues(form), errors: {} }, preview });
  }
  const read = readJobForm(form, closingCalendarDay(deps.clock()), findPlace);
  try {
    return await save(deps, { member, jobId, form, read });
  } catch (error) {
    if (!isDomainError(error) || error.code !== "changed-meanwhile" || !jobId) throw error;
    const { version } = await requireOwnJob(deps.db, member, jobId);
    // An autosave keeps the old version on the page: only a person may decide to save over somebody's work.
    return form.get("intent") === "autosave"
      ? page(409, { conflict: error.message })
      : page(409, {
          form: { values: read.form.values, errors: { "": [error.message] } },
          conflict: error.message,
          version,
        });
  }
}

async function save(
  deps: Deps,
  { member, jobId, form, read }: Sent & { read: ReadJobForm },
): Promise<Outcome> {
  const sentKey = String(form.get("idempotencyKey") ?? "");
  const key = UUID.test(sentKey) ? sentKey.toLowerCase() : randomUUID();
  const intent = String(form.get("intent") ?? "save-draft");
  const { seen, saved } = await openJob(deps, { member, jobId, form, read, key });
  const keep = async () =>
    saved ? seen.version : (await saveDraft(deps, { member, seen, read })).version;
  const home = `/employer/jobs/${seen.jobId}`;
  switch (intent) {
    case "publish": {
      if (!read.job) {
        const version = await keep();
        const answer = { form: read.form, jobId: seen.jobId, version, todo: read.form.errors };
        return { status: 422, answer: { ...NO_ANSWER, ...answer } };
      }
      const { status } = await requireOwnJob(deps.db, member, seen.jobId);
      if (status === "published" || status === "paused") {
        const updated = await updateJob(deps, { member, seen, job: read.job });
        return { to: `${home}?${updated.inReview ? "changes-sent" : "updated"}` };
      }
      const idempotencyKey = derivedKey(key, "publish");
      const publication = { member, seen, job: read.job, idempotencyKey };
      const { inReview } = await publishJob(deps, publication);
      return { to: `${home}?${inReview ? "sent" : "published"}` };
    }
    case "autosave": {
      const version = await keep();
      const answer = { jobId: seen.jobId, version, todo: read.form.errors };
      return { status: 200, answer: { ...NO_ANSWER, ...answer } };
    }
    case "see-preview":
      await keep();
      return { to: `${home}/preview` };
    case "drop-changes":
      await dropChanges(deps, { member, seen });
      return { to: `${home}?dropped` };
    default:
      await keep();
      return { to: `${home}/edit?saved` };
  }
}

/** The job this form is about. A new one is started with what was typed; sent again, it is found again. */
async function openJob(
  deps: Deps,
  { member, jobId, form, read, key }: Sent & { read: ReadJobForm; key: string },
): Promise<{ seen: SeenVersion; saved: boolean }> {
  if (jobId) return { seen: { jobId, version: Number(form.get("version")) }, saved: false };
  const draft = await createDraft(deps, { member, read, idempotencyKey: key });
  const { version } = await requireOwnJob(deps.db, member, draft.jobId);
  return { seen: { jobId: draft.jobId, version }, saved: draft.created };
}
