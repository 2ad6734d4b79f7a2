import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { readOwnApplication } from "#app/features/applications/read-own-application.server.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "Withdraw your application · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const applicationId = uuidParam(params.applicationId);
  const application = await readOwnApplication(context.deps, { viewer, applicationId });
  if (!application) throw notFound();
  if (!application.mayWithdraw) throw redirect(`/applicant/applications/${applicationId}`);
  return { id: application.id, job: application.job };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const applicationId = uuidParam(params.applicationId);
  await readForm(request);
  await withdrawApplication(context.deps, { viewer, applicationId });
  return redirect(`/applicant/applications/${applicationId}?withdrawn`, 303);
});

export default function Withdraw() {
  const { id, job } = useLoaderData<typeof loader>();
  const here = `/applicant/applications/${id}`;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: here, label: "Your application" }}
        lede={`${job.title}, ${job.employerName}`}
        title="Withdraw your application"
      />
      <ul className="plain-list">
        <li>{job.employerName} is told that you withdrew, without a reason.</li>
        <li>
          Your profile copy, resume and cover note, and the employer’s notes about you, are removed
          at once.
        </li>
        <li>Messages between you stay readable for both; nobody can add to them.</li>
        <li>A resume the employer has already downloaded is out of our reach.</li>
        <li>You cannot apply to this job again. This cannot be undone.</li>
      </ul>
      <Form className="form-actions" method="post">
        <Button variant="danger">Withdraw application</Button>
        <ButtonLink to={here} variant="secondary">
          Keep it
        </ButtonLink>
      </Form>
    </div>
  );
}
