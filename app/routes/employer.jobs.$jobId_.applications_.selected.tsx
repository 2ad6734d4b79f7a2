import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { answerSelection } from "#app/features/applications/pipeline/answer-selection.server.ts";
import { readSelection } from "#app/features/applications/pipeline/read-selection.server.ts";
import { SelectionView } from "#app/features/applications/pipeline/selection-view.tsx";
import {
  readTemplateBody,
  readTemplateChoices,
} from "#app/features/messages/read-templates.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "Selected applications · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const { searchParams } = new URL(request.url);
  const jobId = uuidParam(params.jobId);
  const selection = await readSelection(context.deps, { viewer, jobId, params: searchParams });
  const templates = await readTemplateChoices(context.deps.db, viewer.membership.employerId);
  return { selection, templates };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const form = await readForm(request);
  const back = new URL(request.url).searchParams.get("back");
  const { employerId } = viewer.membership;
  return answerSelection(context.deps, {
    viewer,
    jobId,
    form,
    back,
    findTemplate: (id) => readTemplateBody(context.deps.db, { id, employerId }),
  });
});

export default function SelectedApplications() {
  const { selection, templates } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return <SelectionView answer={answer} selection={selection} templates={templates} />;
}
