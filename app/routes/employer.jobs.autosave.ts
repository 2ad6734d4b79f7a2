import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMember } from "#app/auth/guards.server.ts";
import { answerJobForm } from "#app/features/jobs/answer-job-form.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { requireSameEmployer } from "#app/web/same-employer.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

/**
 * Takes the job form as it is being typed (`?job=` names the job once there is one) and answers JSON: asked by
 * `fetch`, so that a lost connection or session never takes the page and its text away.
 */
export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const job = new URL(request.url).searchParams.get("job");
  const form = await readForm(request);
  requireSameEmployer(form, viewer.membership);
  form.set("intent", "autosave");
  const member = { userId: viewer.userId, employerId: viewer.membership.employerId };
  const jobId = job === null ? null : uuidParam(job);
  const outcome = await answerJobForm(context.deps, { member, jobId, form });
  if ("to" in outcome) throw new Error("an autosave leads nowhere");
  return Response.json(outcome.answer, { status: outcome.status });
});
