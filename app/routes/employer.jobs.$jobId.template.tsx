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
import { saveJobTemplate } from "#app/features/jobs/job-templates.server.ts";
import { requireOwnJob } from "#app/features/jobs/own-job.server.ts";
import { templateForm } from "#app/features/jobs/renew.form.ts";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "Save as a template · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const job = await requireOwnJob(context.deps.db, membership, uuidParam(params.jobId));
  return { jobId: job.id, title: job.title };
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  await requireOwnJob(context.deps.db, membership, jobId);
  const form = await readForm(request);
  const parsed = parseForm(templateForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  const member = { userId, employerId: membership.employerId };
  try {
    await saveJobTemplate(context.deps, { member, jobId, name: parsed.value.name });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/employer/job-templates?saved", 303);
});

export default function SaveTemplate() {
  const { jobId, title } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? null;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: `/employer/jobs/${jobId}`, label: "Back to the job" }}
        lede="A template keeps what the job says, but for its closing day and reference. Your team can start new jobs from it."
        title={`Save “${title || "Untitled draft"}” as a template`}
      />
      <Form className="form" method="post">
        <FormSummary form={form} labels={{ name: "Name" }} />
        <TextField
          defaultValue={title.slice(0, 80)}
          form={form}
          hint="A template of the same name is replaced."
          label="Name"
          maxLength={80}
          name="name"
          required
        />
        <div className="form-actions">
          <Button>Save the template</Button>
          <ButtonLink to={`/employer/jobs/${jobId}`} variant="secondary">
            Do not save
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
