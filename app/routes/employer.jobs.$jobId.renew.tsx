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
import { When } from "#app/components/when.tsx";
import { lastDayOpen } from "#app/domain/closing-day.ts";
import { nextJobStatus } from "#app/domain/job-lifecycle.ts";
import { requireOwnJob } from "#app/features/jobs/own-job.server.ts";
import { renewForm } from "#app/features/jobs/renew.form.ts";
import { renewalDays, renewJob } from "#app/features/jobs/renew-job.server.ts";
import { UnansweredNotice } from "#app/features/jobs/unanswered-notice.tsx";
import { handled, notFound } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";
import { countStandingUnanswered } from "#db/queries/reply-clock.ts";

export const meta: MetaFunction = () => [{ title: "Renew a job · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const { db, clock } = context.deps;
  const job = await findEmployerJob(db, { employerId: membership.employerId, jobId });
  if (!job) throw notFound();
  const ended = nextJobStatus(job.status, "renew") !== null;
  if (!ended && !nextJobStatus(job.status, "extend")) throw redirect(`/employer/jobs/${jobId}`);
  return {
    jobId,
    title: job.title,
    version: job.version,
    ended,
    lastDay: job.expiresAt ? lastDayOpen(job.expiresAt) : null,
    days: renewalDays(clock()),
    unanswered: await countStandingUnanswered(db, jobId),
  };
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  await requireOwnJob(context.deps.db, membership, jobId);
  const form = await readForm(request);
  const parsed = parseForm(renewForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  const { closesOn, version } = parsed.value;
  const member = { userId, employerId: membership.employerId };
  try {
    const renewal = { member, seen: { jobId, version }, closesOn };
    const { inReview } = await renewJob(context.deps, renewal);
    return redirect(`/employer/jobs/${jobId}?${inReview ? "sent" : "renewed"}`, 303);
  } catch (error) {
    return refusedBy(error, form);
  }
});

export default function RenewJob() {
  const { jobId, title, version, ended, lastDay, days, unanswered } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? null;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: `/employer/jobs/${jobId}`, label: "Back to the job" }}
        title={ended ? `Post “${title}” again` : `Extend “${title}”`}
      />
      <UnansweredNotice
        count={unanswered}
        doing={ended ? "post it again" : "extend it"}
        jobId={jobId}
      />
      <ul className="consequences">
        <li>
          {ended ? "Its last day was " : "It is open through "}
          {lastDay ? <When at={lastDay} /> : null}. Address and applications stay.
        </li>
        <li>
          {ended
            ? "The page says when it was first posted and that it is posted again."
            : "To extend it is to confirm that it is still open."}
        </li>
      </ul>
      <Form className="form" method="post">
        <FormSummary form={form} labels={{ closesOn: "New last day" }} />
        <input name="version" type="hidden" value={version} />
        <TextField
          figure
          form={form}
          hint="Open until the end of that day, Eastern time."
          label="New last day"
          max={days.last}
          min={days.first}
          name="closesOn"
          required
          type="date"
          width="medium"
        />
        <div className="form-actions">
          <Button>{ended ? "Post it again" : "Extend it"}</Button>
          <ButtonLink to={`/employer/jobs/${jobId}`} variant="secondary">
            Leave it
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
