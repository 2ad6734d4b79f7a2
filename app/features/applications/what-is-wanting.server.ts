import type { FormState } from "#app/components/form-state.ts";
import { notFoundError } from "#app/domain/errors.ts";
import { lacksOf } from "#app/domain/knock-outs.ts";
import { matchApplicantOf } from "#app/domain/match-inputs.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { formValues, refuse } from "#app/web/parse-form.server.ts";
import { findPublicJob } from "#db/queries/job-pages.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { refusalWords } from "./meet-job.ts";
import { readAnswers } from "./screening.form.ts";

/** What keeps this form from being reviewed: questions not answered, or a condition the employer refuses by. */
export async function whatIsWanting(
  deps: Pick<Deps, "db" | "clock">,
  {
    viewer,
    slug,
    form,
    answers,
  }: { viewer: Viewer; slug: string; form: FormData; answers: Record<string, unknown> },
): Promise<FormState | null> {
  const job = await findPublicJob(deps.db, slug);
  if (!job) throw notFoundError();
  // An ended job is refused by its own words.
  if (!job.open) return null;
  if (job.knockOuts.effect === "refuse") {
    const { profile } = await readProfile(deps.db, viewer.userId);
    const lacks = lacksOf(job, matchApplicantOf(profile), deps.clock());
    if (lacks.length > 0) return refuse(form, "", refusalWords(lacks));
  }
  const read = readAnswers(job.screeningQuestions, answers);
  return read.ok ? null : { values: formValues(form), errors: read.errors };
}
