import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import {
  confirmImport,
  discardImport,
  requireImport,
} from "#app/features/jobs/import/answer-import.server.ts";
import { ImportView } from "#app/features/jobs/import/import-view.tsx";
import { readImport } from "#app/features/jobs/import/read-import.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.filename ?? "Import"} · CareerCenter` },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  return await readImport(context.deps, {
    employerId: membership.employerId,
    importId: uuidParam(params.importId),
    query: new URL(request.url).searchParams,
  });
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const importId = uuidParam(params.importId);
  const member = { userId, employerId: membership.employerId };
  await requireImport(context.deps, { employerId: membership.employerId, importId });
  const form = await readForm(request);
  switch (form.get("intent")) {
    case "import": {
      const includesIncomplete = form.get("rows") !== "ready";
      await confirmImport(context.deps, { member, importId, includesIncomplete });
      return redirect(`/employer/jobs/import/${importId}`, 303);
    }
    case "discard":
      if (await discardImport(context.deps, { member, importId })) {
        return redirect("/employer/jobs/import", 303);
      }
      return redirect(`/employer/jobs/import/${importId}`, 303);
    default:
      throw data("That form asks for nothing we know.", { status: 400 });
  }
});

export default function OneImport() {
  const page = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        back={{ to: "/employer/jobs/import", label: "Import jobs" }}
        title={page.filename}
      />
      <ImportView page={page} />
    </div>
  );
}
