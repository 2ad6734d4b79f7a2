import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { answerTemplate } from "#app/features/messages/answer-template.server.ts";
import { findStarter } from "#app/features/messages/starter-templates.ts";
import { TemplateForm } from "#app/features/messages/template-form.tsx";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "New template · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireMember({ request, context }, ["owner", "recruiter"]);
  const starter = findStarter(new URL(request.url).searchParams.get("from") ?? "");
  const { name, body } = starter ?? { name: "", body: "" };
  return { template: { id: randomUUID() as string, name, body, version: null } };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const form = await readForm(request);
  const id = uuidParam(String(form.get("id") ?? ""));
  return answerTemplate(context.deps, { viewer, id, isNew: true, form });
});

export default function NewTemplate() {
  const { template } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--form">
      <PageHeader
        back={{ to: "/employer/templates", label: "Message templates" }}
        title="New template"
      />
      <TemplateForm
        form={answer?.form ?? null}
        preview={answer?.preview ?? null}
        template={template}
      />
    </div>
  );
}
