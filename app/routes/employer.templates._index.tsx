import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { STARTER_TEMPLATES } from "#app/features/messages/starter-templates.ts";
import { TemplateList } from "#app/features/messages/template-list.tsx";
import { handled } from "#app/web/handled.server.ts";
import { listTemplates } from "#db/queries/message-templates.ts";

const DONE: Partial<Record<string, string>> = {
  saved: "Template saved.",
  deleted: "Template deleted.",
};

export const meta: MetaFunction = () => [{ title: "Message templates · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context });
  const own = await listTemplates(context.deps.db, membership.employerId);
  return {
    own: own.map(({ updatedAt, ...template }) => ({
      ...template,
      updatedAt: updatedAt.toISOString(),
    })),
    mayEdit: membership.role !== "viewer",
    done: DONE[new URL(request.url).searchParams.get("done") ?? ""] ?? null,
  };
});

export default function Templates() {
  const { own, mayEdit, done } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader
        actions={
          mayEdit ? <ButtonLink to="/employer/templates/new">New template</ButtonLink> : null
        }
        back={{ to: "/employer/messages", label: "Messages" }}
        lede="Words you send often, with fields that say something else to each applicant."
        title="Message templates"
      />
      {done ? <Notice title={done} tone="success" /> : null}
      <TemplateList mayEdit={mayEdit} own={own} starters={STARTER_TEMPLATES} />
    </div>
  );
}
