import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { plainDecision, reasonedDecision } from "#app/features/admin/decision.form.ts";
import { JobForBoard, JobReports } from "#app/features/admin/job-for-board.tsx";
import { answerDecision } from "#app/features/admin/read-decision.server.ts";
import { readJobForBoard } from "#app/features/admin/read-job.server.ts";
import { ReasonForm } from "#app/features/admin/reason-form.tsx";
import { type JobDecision, reviewJob } from "#app/features/admin/review-job.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "Review a job · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const job = await readJobForBoard(context.deps, uuidParam(params.jobId));
  if (!job) throw notFound();
  return { job };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const { userId: adminId } = await requireAdmin({ request, context });
  const jobId = uuidParam(params.jobId);
  const form = await readForm(request);
  const intent = form.get("intent");
  const decide = (version: number, decision: JobDecision) =>
    reviewJob(context.deps, { adminId, jobId, version, decision });
  switch (intent) {
    case "approve":
    case "dismiss": {
      const refusal = await answerDecision(form, plainDecision, ({ version }) =>
        decide(version, { action: intent }),
      );
      return refusal ?? redirect(`/admin/jobs?done=${intent}`, 303);
    }
    case "return":
    case "remove": {
      const refusal = await answerDecision(form, reasonedDecision, ({ version, reason }) =>
        decide(version, { action: intent, reason }),
      );
      return refusal ?? redirect(`/admin/jobs?done=${intent}`, 303);
    }
    default:
      return redirect(`/admin/jobs/${jobId}`, 303);
  }
});

export default function ReviewJob() {
  const { job } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const plain = answer?.intent === "approve" || answer?.intent === "dismiss" ? answer.form : null;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/admin/jobs", label: "Jobs to review" }}
        lede={
          job.wasPublic && !job.hidden ? (
            <Link to={`/jobs/${job.slug}`}>Its public page</Link>
          ) : null
        }
        title={job.title}
      />
      {job.hidden ? (
        <Notice title="Out of public view" tone="warning">
          Its employer, or whoever posted it, is suspended.
        </Notice>
      ) : null}
      <FormSummary form={plain} />
      <JobReports job={job} />
      <JobForBoard job={job} />
      {job.may.approve || job.openReports > 0 ? (
        <Form className="cluster" method="post">
          <input name="version" type="hidden" value={job.version} />
          {job.may.approve ? (
            <Button name="intent" value="approve">
              Approve and publish
            </Button>
          ) : null}
          {job.openReports > 0 ? (
            <Button name="intent" value="dismiss" variant="secondary">
              Dismiss {job.openReports === 1 ? "the report" : `${job.openReports} reports`}
            </Button>
          ) : null}
        </Form>
      ) : null}
      {job.may.return ? (
        <ReasonForm
          answer={answer}
          button="Return to the employer"
          hint="The employer reads it on the job and by mail."
          intent="return"
          title="Return it"
          version={job.version}
        >
          <p>The employer can change the job and send it again. Nobody else sees it.</p>
        </ReasonForm>
      ) : null}
      {job.may.remove ? (
        <ReasonForm
          answer={answer}
          button="Remove the job"
          danger
          hint="The employer reads it on the job and by mail; applicants do not."
          intent="remove"
          title="Remove it"
          version={job.version}
        >
          <ul className="consequences">
            <li>The job leaves search at once. Its page says that the board removed it.</li>
            <li>Everyone whose application is open is told by mail.</li>
            <li>It cannot be undone: the employer would have to post it anew.</li>
          </ul>
        </ReasonForm>
      ) : null}
    </div>
  );
}
