import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { startFromTemplate } from "#app/features/jobs/job-templates.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { deleteJobTemplate, listJobTemplates } from "#db/queries/job-templates.ts";

export const meta: MetaFunction = () => [{ title: "Job templates · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const templates = await listJobTemplates(context.deps.db, membership.employerId);
  const query = new URL(request.url).searchParams;
  return {
    templates: templates.map(({ createdAt, ...template }) => ({
      ...template,
      savedAt: createdAt.toISOString(),
      idempotencyKey: randomUUID(),
    })),
    notice: query.has("saved")
      ? "Template saved."
      : query.has("deleted")
        ? "Template deleted."
        : null,
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const form = await readForm(request);
  const { employerId } = membership;
  if (!form.has("templateId")) return redirect("/employer/job-templates", 303);
  const id = uuidParam(String(form.get("templateId")));
  if (form.get("intent") === "delete") {
    if (!(await deleteJobTemplate(context.deps.db, { id, employerId }))) throw notFound();
    return redirect("/employer/job-templates?deleted", 303);
  }
  const jobId = await startFromTemplate(context.deps, {
    member: { userId, employerId },
    templateId: id,
    idempotencyKey: uuidParam(String(form.get("idempotencyKey") ?? "")),
  });
  return redirect(`/employer/jobs/${jobId}/edit`, 303);
});

export default function JobTemplates() {
  const { templates, notice } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        back={{ to: "/employer/jobs", label: "Your jobs" }}
        lede="What a template says is where a new job starts; change what differs before you publish."
        title="Job templates"
      />
      {notice ? <Notice title={notice} tone="success" /> : null}
      {templates.length === 0 ? (
        <EmptyState
          action={<ButtonLink to="/employer/jobs">See your jobs</ButtonLink>}
          title="No templates yet"
        >
          Open one of your jobs and choose “Save as template”.
        </EmptyState>
      ) : (
        <ul className="own-jobs">
          {templates.map(({ id, name, savedBy, savedAt, idempotencyKey }) => (
            <li className="job-template" key={id}>
              <div>
                <h2>{name}</h2>
                <p className="soft small">
                  Saved <When at={savedAt} />
                  {savedBy ? ` by ${savedBy}` : ""}
                </p>
              </div>
              <Form className="cluster" method="post">
                <input name="templateId" type="hidden" value={id} />
                <input name="idempotencyKey" type="hidden" value={idempotencyKey} />
                <Button aria-label={`New job from ${name}`} name="intent" value="start">
                  New job from it
                </Button>
                <Button
                  aria-label={`Delete ${name}`}
                  name="intent"
                  value="delete"
                  variant="secondary"
                >
                  Delete
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
