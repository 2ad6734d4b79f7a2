import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { answerJobForm } from "#app/features/jobs/answer-job-form.server.ts";
import { JobForm, PendingChanges } from "#app/features/jobs/job-form.tsx";
import { editJobPage } from "#app/features/jobs/read-job-page.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Edit ${page?.title || "a job"} · CareerCenter` },
];

const EDITABLE = ["draft", "published", "paused"];

export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const job = await findEmployerJob(context.deps.db, { employerId: membership.employerId, jobId });
  if (!job) throw notFound();
  if (!EDITABLE.includes(job.status)) throw redirect(`/employer/jobs/${job.id}`);
  const form = editJobPage(context.deps, job);
  const saved = new URL(request.url).searchParams.has("saved");
  return { form, title: job.title, pending: form.isPublic && job.formDraft !== null, saved };
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const form = await readForm(request);
  const member = { userId: viewer.userId, employerId: viewer.membership.employerId };
  const outcome = await answerJobForm(context.deps, { member, jobId, form });
  if ("to" in outcome) return redirect(outcome.to, 303);
  return data(outcome.answer, { status: outcome.status });
});

export default function EditJob() {
  const { form, title, pending, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <div className="page page--job-form">
      <PageHeader
        back={{ to: `/employer/jobs/${form.jobId}`, label: "Back to the job" }}
        lede={
          form.isPublic
            ? "People see this job now. Your changes go live together when you publish them."
            : "Everything is saved as you go. Nobody sees the job before you publish it."
        }
        title={title ? `Edit ${title}` : "Edit the draft"}
      />
      {saved && !answer ? (
        <Notice title={form.isPublic ? "Changes kept for later." : "Draft saved."} tone="success" />
      ) : null}
      {pending && form.jobId ? <PendingChanges jobId={form.jobId} version={form.version} /> : null}
      <JobForm {...form} answer={answer} key={form.jobId} />
    </div>
  );
}
