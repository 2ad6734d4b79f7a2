import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { parsePipelineQuery } from "#app/domain/parse-pipeline-query.ts";
import { answerPipeline } from "#app/features/applications/pipeline/answer-pipeline.server.ts";
import { PipelineView } from "#app/features/applications/pipeline/pipeline-view.tsx";
import { readPipeline } from "#app/features/applications/pipeline/read-pipeline.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readUsualView, usualViewCookie } from "#app/web/pipeline-view-choice.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: page ? `Applications: ${page.job.title} · CareerCenter` : "Applications · CareerCenter",
  },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const { searchParams } = new URL(request.url);
  const query = parsePipelineQuery(searchParams);
  const usualView = readUsualView(request.headers.get("Cookie"));
  const page = await readPipeline(context.deps, {
    viewer,
    jobId: uuidParam(params.jobId),
    query,
    usualView,
    movedId: searchParams.get("moved"),
  });
  if (!page) throw notFound();
  const chosen = query.view !== null && query.view !== usualView ? query.view : null;
  return data(page, { headers: chosen ? { "Set-Cookie": usualViewCookie(chosen) } : {} });
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const jobId = uuidParam(params.jobId);
  const form = await readForm(request);
  return answerPipeline(context.deps, { viewer, jobId, url: new URL(request.url), form });
});

// A refused move was refused because the page was old: it has to be read again.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => defaultShouldRevalidate || actionStatus === 409;

export default function Applications() {
  const page = useLoaderData<typeof loader>();
  return <PipelineView page={page} refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
