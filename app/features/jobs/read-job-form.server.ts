import type { FormErrors, FormState, FormValues } from "#app/components/form-state.ts";
import { formValues, parseForm } from "#app/web/parse-form.server.ts";
import { storableText } from "#app/web/storable-values.ts";
import { JOB_FIELDS, type JobInput, jobForm, type PartialJob, partialJobForm } from "./job.form.ts";
import type { FindPlace } from "./job-place-rules.ts";
import { jobRules } from "./job-rules.ts";

export interface ReadJobForm {
  /** The whole job, or null while anything is missing or wrong. */
  job: JobInput | null;
  /** What of it could be read. */
  partial: PartialJob;
  /** As typed, with a sentence beside each field that needs one. */
  form: FormState;
}

/** Reads a job form in both strictnesses at once. `today` is New York's calendar day. */
export function readJobForm(form: FormData, today: string, findPlace: FindPlace): ReadJobForm {
  const whole = parseForm(jobForm, form);
  const lenient = parseForm(partialJobForm, form);
  if (!lenient.ok) throw new Error("partialJobForm refused a form");
  const partial = lenient.value;
  const errors: FormErrors = whole.ok ? {} : { ...whole.form.errors };
  for (const { name, sentence } of jobRules(partial, today, findPlace)) {
    if (!errors[name]) errors[name] = [sentence];
  }
  const job = whole.ok && Object.keys(errors).length === 0 ? whole.value : null;
  return { job, partial, form: { values: jobFieldValues(form), errors: inFormOrder(errors) } };
}

const ORDER = Object.keys(JOB_FIELDS);

/** Errors as a reader meets their fields, whichever rule found them. */
function inFormOrder(errors: FormErrors): FormErrors {
  const place = (name: string) => ORDER.indexOf(name.split(".")[0] ?? "");
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => place(a) - place(b)));
}

/** The job's fields as typed, storable as JSON: Postgres takes neither NUL nor half a surrogate pair. */
function jobFieldValues(form: FormData): FormValues {
  return Object.fromEntries(
    Object.entries(formValues(form))
      .filter(([name]) => Object.hasOwn(JOB_FIELDS, name.split(".")[0] ?? ""))
      .map(([name, values]) => [name, values.map(storableText)]),
  );
}
