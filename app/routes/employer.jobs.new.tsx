import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { answerJobForm } from "#app/features/jobs/answer-job-form.server.ts";
import { JobForm } from "#app/features/jobs/job-form.tsx";
import { newJobPage } from "#app/features/jobs/read-job-page.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { requireSameEmployer } from "#app/web/same-employer.ts";

export const meta: MetaFunction = () => [{ title: "Post a job · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  return { ...newJobPage(context.deps), employerId: membership.employerId };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const form = await readForm(request);
  requireSameEmployer(form, viewer.membership);
  const member = { userId: viewer.userId, employerId: viewer.membership.employerId };
  const outcome = await answerJobForm(context.deps, { member, jobId: null, form });
  if ("to" in outcome) return redirect(outcome.to, 303);
  return data(outcome.answer, { status: outcome.status });
});

// The form stands for one draft as long as it is on the page; only opening it anew starts another.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formMethod,
  defaultShouldRevalidate,
}) => !formMethod && defaultShouldRevalidate;

export default function NewJob() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <div className="page page--job-form">
      <PageHeader
        back={{ to: "/employer/jobs", label: "Your jobs" }}
        lede="Everything is saved as you go. Nobody sees the job before you publish it."
        title="Post a job"
      />
      <JobForm {...page} answer={answer} key={page.idempotencyKey} />
    </div>
  );
}
