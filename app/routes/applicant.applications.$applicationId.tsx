import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { OwnApplicationView } from "#app/features/applications/own-application-view.tsx";
import { readOwnApplication } from "#app/features/applications/read-own-application.server.ts";
import { readThread } from "#app/features/messages/read-thread.server.ts";
import { ThreadPanel } from "#app/features/messages/thread-panel.tsx";
import { handled, notFound } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${data.application.job.title}: your application · CareerCenter`
      : "Application · CareerCenter",
  },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const application = await readOwnApplication(context.deps, {
    viewer,
    applicationId: uuidParam(params.applicationId),
  });
  if (!application) throw notFound();
  const { searchParams } = new URL(request.url);
  const notice =
    searchParams.has("sent") && application.stage !== "withdrawn"
      ? `Your application is with ${application.job.employerName}`
      : searchParams.has("withdrawn") && application.stage === "withdrawn"
        ? "Your application has been withdrawn"
        : null;
  const { id: applicationId } = application;
  const thread = await readThread(context.deps, { viewer, applicationId });
  return { application, thread, notice };
});

export default function Application() {
  const { application, thread, notice } = useLoaderData<typeof loader>();
  return (
    <OwnApplicationView
      application={application}
      messages={<ThreadPanel from="application" thread={thread} />}
      notice={notice}
    />
  );
}
