import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { parsePipelineQuery } from "#app/domain/parse-pipeline-query.ts";
import { pipelineSearch } from "#app/domain/pipeline-query.ts";
import { answerApplication, DONE } from "#app/features/applications/answer-application.server.ts";
import { EmployerApplicationView } from "#app/features/applications/employer-application-view.tsx";
import { readNeighbours } from "#app/features/applications/pipeline/read-neighbours.server.ts";
import { readEmployerApplication } from "#app/features/applications/read-employer-application.server.ts";
import { readThread } from "#app/features/messages/read-thread.server.ts";
import { ThreadPanel } from "#app/features/messages/thread-panel.tsx";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${data.application.name}, ${data.application.job.title} · CareerCenter`
      : "Application · CareerCenter",
  },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const applicationId = uuidParam(params.applicationId);
  const application = await readEmployerApplication(context.deps, { viewer, applicationId });
  if (!application) throw notFound();
  const { searchParams } = new URL(request.url);
  const done = searchParams.get("done") ?? "";
  const neighbours = await readNeighbours(context.deps, {
    jobId: application.job.id,
    id: applicationId,
    params: searchParams,
  });
  const thread = await readThread(context.deps, { viewer, applicationId });
  return { application, neighbours, thread, done: DONE[done] ?? null };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const applicationId = uuidParam(params.applicationId);
  const form = await readForm(request);
  const back = pipelineSearch(parsePipelineQuery(new URL(request.url).searchParams));
  return answerApplication(context.deps, { viewer, applicationId, form, back });
});

// A refused answer was refused because the page was old: it has to be read again.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => defaultShouldRevalidate || actionStatus === 409;

export default function Application() {
  const { application, neighbours, thread, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <EmployerApplicationView
      answer={answer}
      application={application}
      done={answer ? null : done}
      neighbours={neighbours}
      messages={<ThreadPanel from="application" thread={thread} />}
    />
  );
}
