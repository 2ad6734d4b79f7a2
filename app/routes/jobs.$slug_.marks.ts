import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { openToEveryone, requireApplicant } from "#app/auth/guards.server.ts";
import { isDomainError } from "#app/domain/errors.ts";
import { jobMarkForm } from "#app/features/job-marks/job-mark.form.ts";
import { markJob } from "#app/features/job-marks/mark-job.server.ts";
import { withMarked } from "#app/features/job-marks/read-marked.server.ts";
import { handled, STATUS } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { safePath } from "#app/web/safe-redirect.ts";

/** Saves, hides or mutes from wherever the job is shown. Someone without an account makes one and finds it saved. */
export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  openToEveryone();
  const slug = params.slug ?? "";
  const parsed = parseForm(jobMarkForm, await readForm(request));
  if (!parsed.ok) return data({ refusal: "Choose what to do with the job." }, { status: 422 });
  const { intent, returnTo, answer } = parsed.value;
  const back = safePath(returnTo, `/jobs/${slug}`);
  if (!(await context.viewer())) {
    const next = new URLSearchParams({ save: slug, redirectTo: back });
    return redirect(`/signup?${next}`, 303);
  }
  const { userId } = await requireApplicant({ request, context });
  try {
    const marked = await markJob(context.deps, { userId, slug, mark: intent });
    return answer === "data" ? { marked } : redirect(withMarked(back, marked), 303);
  } catch (error) {
    if (answer !== "data" || !isDomainError(error)) throw error;
    return data({ refusal: error.message }, { status: STATUS[error.code] });
  }
});
