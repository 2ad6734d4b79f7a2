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
import { RadioGroup } from "#app/components/field-choices.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { isDomainError } from "#app/domain/errors.ts";
import { nextJobStatus } from "#app/domain/job-lifecycle.ts";
import { changeJobStatus } from "#app/features/jobs/change-job-status.server.ts";
import { closeForm } from "#app/features/jobs/close.form.ts";
import { requireOwnJob } from "#app/features/jobs/own-job.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { countWaiting } from "#db/queries/employer-desk.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";

export const meta: MetaFunction = () => [{ title: "Close a job · CareerCenter" }];

export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const { db } = context.deps;
  const job = await findEmployerJob(db, { employerId: membership.employerId, jobId });
  if (!job) throw notFound();
  if (!nextJobStatus(job.status, "close")) throw redirect(`/employer/jobs/${jobId}`);
  const waiting = await countWaiting(db, jobId);
  return { jobId, title: job.title, version: job.version, waiting };
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  await requireOwnJob(context.deps.db, membership, jobId);
  const parsed = parseForm(closeForm, await readForm(request));
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  const { reason, version } = parsed.value;
  const member = { userId, employerId: membership.employerId };
  try {
    const change = { action: "close" as const, reason };
    await changeJobStatus(context.deps, { member, seen: { jobId, version }, change });
  } catch (error) {
    if (!isDomainError(error) || error.code !== "changed-meanwhile") throw error;
    return redirect(`/employer/jobs/${jobId}?changed`, 303);
  }
  return redirect(`/employer/jobs/${jobId}?closed`, 303);
});

export default function CloseJob() {
  const { jobId, title, version, waiting } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? null;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: `/employer/jobs/${jobId}`, label: "Back to the job" }}
        title={`Close “${title}”`}
      />
      <ul className="consequences">
        <li>Coders can no longer find it or apply. Its page says that it has closed.</li>
        <li>
          {waiting === 0
            ? "No application is waiting for an answer."
            : `${waiting === 1 ? "One application is" : `${waiting} applications are`} still open. We tell ${waiting === 1 ? "that applicant" : "each of them"} by mail that the job has closed; you can still answer.`}
        </li>
        <li>A closed job cannot be opened again. You can duplicate it at any time.</li>
      </ul>
      <Form className="form" method="post">
        <FormSummary form={form} />
        <input name="version" type="hidden" value={version} />
        <RadioGroup
          form={form}
          legend="Why is it closing?"
          name="reason"
          options={[
            { value: "filled", label: "It is filled" },
            { value: "withdrawn", label: "We are no longer hiring for it" },
          ]}
        />
        <div className="form-actions">
          <Button variant="danger">Close the job</Button>
          <ButtonLink to={`/employer/jobs/${jobId}`} variant="secondary">
            Keep it open
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
