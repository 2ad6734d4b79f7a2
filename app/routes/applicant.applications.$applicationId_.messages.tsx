import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { answerThread } from "#app/features/messages/answer-thread.server.ts";
import { readThread } from "#app/features/messages/read-thread.server.ts";
import { ThreadPage } from "#app/features/messages/thread-page.tsx";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? `Messages: ${data.thread.other} · CareerCenter` : "Messages · CareerCenter",
  },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const applicationId = uuidParam(params.applicationId);
  const page = pageParam(new URL(request.url).searchParams);
  return { thread: await readThread(context.deps, { viewer, applicationId, page }) };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const applicationId = uuidParam(params.applicationId);
  const form = await readForm(request);
  return answerThread(context.deps, { viewer, applicationId, form });
});

export default function Messages() {
  const { thread } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? null;
  return <ThreadPage form={form} thread={thread} />;
}
