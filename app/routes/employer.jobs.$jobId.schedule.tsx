import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { nextJobStatus } from "#app/domain/job-lifecycle.ts";
import { requireOwnJob } from "#app/features/jobs/own-job.server.ts";
import { readStoredForm } from "#app/features/jobs/read-stored-form.server.ts";
import { scheduleForm } from "#app/features/jobs/renew.form.ts";
import { scheduleDays } from "#app/features/jobs/schedule-days.ts";
import { scheduleStoredJob } from "#app/features/jobs/schedule-job.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";

export const meta: MetaFunction = () => [{ title: "Schedule a job · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const { db, clock } = context.deps;
  const job = await findEmployerJob(db, { employerId: membership.employerId, jobId });
  if (!job) throw notFound();
  const { job: whole } = readStoredForm(job, clock());
  if (!nextJobStatus(job.status, "schedule") || !whole) throw redirect(`/employer/jobs/${jobId}`);
  return {
    jobId,
    title: whole.title,
    version: job.version,
    days: scheduleDays(clock(), whole.closesOn),
  };
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  await requireOwnJob(context.deps.db, membership, jobId);
  const form = await readForm(request);
  const parsed = parseForm(scheduleForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  const { publishOn, version } = parsed.value;
  const member = { userId, employerId: membership.employerId };
  try {
    await scheduleStoredJob(context.deps, { member, seen: { jobId, version }, publishOn });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect(`/employer/jobs/${jobId}?scheduled`, 303);
});

export default function ScheduleJob() {
  const { jobId, title, version, days } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? null;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: `/employer/jobs/${jobId}`, label: "Back to the job" }}
        lede="It goes public by itself at 6:00 AM Eastern time on the day you choose. You can take it back until then."
        title={`Schedule “${title}”`}
      />
      <Form className="form" method="post">
        <FormSummary form={form} labels={{ publishOn: "Day it goes public" }} />
        <input name="version" type="hidden" value={version} />
        <TextField
          figure
          form={form}
          hint="At 6:00 AM Eastern time."
          label="Day it goes public"
          max={days.last}
          min={days.first}
          name="publishOn"
          required
          type="date"
          width="medium"
        />
        <div className="form-actions">
          <Button>Schedule it</Button>
          <ButtonLink to={`/employer/jobs/${jobId}`} variant="secondary">
            Leave it a draft
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
