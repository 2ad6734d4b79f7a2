import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { isDomainError } from "#app/domain/errors.ts";
import { discardDraft } from "#app/features/jobs/discard-draft.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";

export const meta: MetaFunction = () => [{ title: "Discard a draft · CareerCenter" }];

export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const job = await findEmployerJob(context.deps.db, { employerId: membership.employerId, jobId });
  if (!job) throw notFound();
  if (job.status !== "draft" || job.firstPublishedAt) throw redirect(`/employer/jobs/${jobId}`);
  return { jobId, title: job.title, version: job.version };
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const form = await readForm(request);
  const seen = { jobId, version: Number(form.get("version")) };
  try {
    const member = { userId, employerId: membership.employerId };
    await discardDraft(context.deps, { member, seen });
  } catch (error) {
    if (!isDomainError(error) || error.code !== "changed-meanwhile") throw error;
    return redirect(`/employer/jobs/${jobId}?changed`, 303);
  }
  return redirect("/employer/jobs?discarded", 303);
});

export default function DiscardDraft() {
  const { jobId, title, version } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: `/employer/jobs/${jobId}`, label: "Back to the draft" }}
        title={title ? `Discard the draft “${title}”` : "Discard this draft"}
      />
      <p>Everything typed into it is deleted for good. Nobody but your team has seen it.</p>
      <Form className="form-actions" method="post">
        <input name="version" type="hidden" value={version} />
        <Button variant="danger">Discard the draft</Button>
        <ButtonLink to={`/employer/jobs/${jobId}`} variant="secondary">
          Keep it
        </ButtonLink>
      </Form>
    </div>
  );
}
