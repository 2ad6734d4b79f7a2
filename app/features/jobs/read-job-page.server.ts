import { randomUUID } from "node:crypto";
import { addDays, closingCalendarDay, LONGEST_OPEN_DAYS } from "#app/domain/closing-day.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { EmployerJob } from "#db/queries/employer-job.ts";
import { findPlace } from "./find-place.server.ts";
import type { JobFormProps } from "./job-form.tsx";
import { asFormData, typedValues } from "./job-values.ts";
import { readJobForm } from "./read-job-form.server.ts";

type FormPage = Omit<JobFormProps, "answer">;

const USUAL_OPEN_DAYS = 30;
const USUAL_REPLY_DAYS = 10;

/** The form of a job that does not exist yet. */
export function newJobPage({ clock }: Pick<Deps, "clock">): FormPage {
  const today = closingCalendarDay(clock());
  const values = {
    closesOn: [addDays(today, USUAL_OPEN_DAYS)],
    replyByDays: [String(USUAL_REPLY_DAYS)],
  };
  return {
    jobId: null,
    version: 0,
    isPublic: false,
    form: { values, errors: {} },
    todo: readJobForm(asFormData(values), today, findPlace).form.errors,
    days: daysFrom(today),
    idempotencyKey: randomUUID(),
  };
}

/** The form of a stored job: what was typed last, and what still keeps it from being published. */
export function editJobPage({ clock }: Pick<Deps, "clock">, job: EmployerJob): FormPage {
  const today = closingCalendarDay(clock());
  const values = typedValues(job);
  return {
    jobId: job.id,
    version: job.version,
    isPublic: job.status === "published" || job.status === "paused",
    form: { values, errors: {} },
    todo: readJobForm(asFormData(values), today, findPlace).form.errors,
    days: daysFrom(today),
    idempotencyKey: randomUUID(),
  };
}

const daysFrom = (today: string) => ({
  first: addDays(today, 1),
  last: addDays(today, LONGEST_OPEN_DAYS),
});
