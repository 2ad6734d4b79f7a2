import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/field-choices.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { REPORT_REASONS } from "#app/domain/job-report.ts";
import { reportJobForm } from "#app/features/job-reports/report-job.form.ts";
import { reportJob } from "#app/features/job-reports/report-job.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { findMarkableJob } from "#db/queries/job-marks.ts";

export const meta: MetaFunction = () => [
  { title: "Report a job · CareerCenter" },
  { name: "robots", content: "noindex" },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  openToEveryone();
  const slug = params.slug ?? "";
  const job = await findMarkableJob(context.deps.db, slug);
  if (!job) throw notFound();
  const { title, employerName } = job;
  return { slug, title, employerName, sent: new URL(request.url).searchParams.has("sent") };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  openToEveryone();
  const slug = params.slug ?? "";
  const { deps, ip } = context;
  const form = await readForm(request);
  const job = await findMarkableJob(deps.db, slug);
  if (!job) throw notFound();
  const parsed = parseForm(reportJobForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  const viewer = await context.viewer();
  try {
    const reporterId = viewer?.userId ?? null;
    await reportJob(deps, { jobId: job.id, reporterId, ip, input: parsed.value });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect(`/jobs/${slug}/report?sent`, 303);
});

export default function ReportJob() {
  const { slug, title, employerName, sent } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const back = { to: `/jobs/${slug}`, label: "Back to the job" };
  if (sent) {
    return (
      <div className="page page--reading">
        <PageHeader
          back={back}
          lede="We read every report. If the job breaks the rules of this board we remove it, and its page says so. The employer is not told who reported it."
          title="Thank you for the report"
        />
        <ButtonLink to="/jobs" variant="secondary">
          Search jobs
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="page page--reading">
      <PageHeader
        back={back}
        lede={`${title}, ${employerName}. The employer is not told who reports a job.`}
        title="Report this job"
      />
      <Form className="form" method="post">
        <FormSummary
          form={form}
          labels={{ reason: "What is wrong with it?", words: "Your words" }}
        />
        <RadioGroup
          form={form}
          legend="What is wrong with it?"
          name="reason"
          options={Object.entries(REPORT_REASONS).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          form={form}
          hint="What you saw, and where. Up to 2,000 characters."
          label="Your words"
          maxLength={2_000}
          name="words"
          rows={4}
        />
        <div className="form-actions">
          <Button>Send the report</Button>
          <ButtonLink to={`/jobs/${slug}`} variant="secondary">
            Cancel
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
