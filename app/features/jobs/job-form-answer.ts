import type { FormErrors, FormState } from "#app/components/form-state.ts";
import type { FamilySummaryWithPath } from "#app/domain/taxonomy/family-search.ts";

/** What the job form's action hands back to its page. */
export interface JobFormAnswer {
  /** The form as typed; null where the page keeps its own (an autosave). */
  form: FormState | null;
  /** Families found without JavaScript. */
  found: FamilySummaryWithPath[] | null;
  /** The description rendered, when its preview was asked for. */
  preview: string | null;
  /** The draft this form stands for by now; null while there is none. */
  jobId: string | null;
  /** The version the next save must name; null when nothing was saved. */
  version: number | null;
  /** What still keeps the job from being published, by field; null when it was not looked at. */
  todo: FormErrors | null;
  /** Set when somebody else changed the job: typed text was not saved. */
  conflict: string | null;
}

export const NO_ANSWER: JobFormAnswer = {
  form: null,
  found: null,
  preview: null,
  jobId: null,
  version: null,
  todo: null,
  conflict: null,
};
