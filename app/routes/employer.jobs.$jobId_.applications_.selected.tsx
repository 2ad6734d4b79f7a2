import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { answerSelection } from "#app/features/applications/pipeline/answer-selection.server.ts";
import { readSelection } from "#app/features/applications/pipeline/read-selection.server.ts";
import { SelectionView } from "#app/features/applications/pipeline/selection-view.tsx";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "Selected applications · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const { searchParams } = new URL(request.url);
  const jobId = uuidParam(params.jobId);
  return readSelection(context.deps, { viewer, jobId, params: searchParams });
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const form = await readForm(request);
  const back = new URL(request.url).searchParams.get("back");
  return answerSelection(context.deps, { viewer, jobId, form, back });
});

export default function SelectedApplications() {
  const selection = useLoaderData<typeof loader>();
  return <SelectionView answer={useActionData<typeof action>() ?? null} selection={selection} />;
}
