import { closingCalendarDay } from "#app/domain/closing-day.ts";
import type { EmployerJob } from "#db/queries/employer-job.ts";
import { findPlace } from "./find-place.server.ts";
import type { JobInput } from "./job.form.ts";
import { JOB_LABELS } from "./job-sections.ts";
import { asFormData, typedValues } from "./job-values.ts";
import { readJobForm } from "./read-job-form.server.ts";

/** One field that keeps a job from being published. */
export interface TodoField {
  name: string;
  label: string;
  sentence: string;
}

/** A stored job as it was last typed: whole, or with what it still needs. */
export function readStoredForm(
  stored: EmployerJob,
  now: Date,
): { job: JobInput | null; todo: TodoField[] } {
  const { job, form } = readJobForm(
    asFormData(typedValues(stored)),
    closingCalendarDay(now),
    findPlace,
  );
  const todo = Object.entries(form.errors).map(([name, [sentence = ""]]) => {
    const field = name.split(".")[0] ?? "";
    return { name, label: JOB_LABELS[field as keyof typeof JOB_LABELS] ?? field, sentence };
  });
  return { job, todo };
}
