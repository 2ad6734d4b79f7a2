import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { answerTemplate } from "#app/features/messages/answer-template.server.ts";
import { TemplateForm } from "#app/features/messages/template-form.tsx";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findTemplate } from "#db/queries/message-templates.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.template.name ?? "Template"} · CareerCenter` },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const id = uuidParam(params.templateId);
  const { employerId } = membership;
  const template = await findTemplate(context.deps.db, { id, employerId });
  if (!template) throw notFound();
  return { template };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const id = uuidParam(params.templateId);
  const { employerId } = viewer.membership;
  if (!(await findTemplate(context.deps.db, { id, employerId }))) throw notFound();
  const form = await readForm(request);
  return answerTemplate(context.deps, { viewer, id, isNew: false, form });
});

export default function EditTemplate() {
  const { template } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--form">
      <PageHeader
        back={{ to: "/employer/templates", label: "Message templates" }}
        title={template.name}
      />
      <TemplateForm
        form={answer?.form ?? null}
        key={template.version}
        preview={answer?.preview ?? null}
        template={template}
      />
    </div>
  );
}
