import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { BulkReportView } from "#app/features/applications/pipeline/bulk-report-view.tsx";
import { readBulkReport } from "#app/features/applications/pipeline/read-bulk-report.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "Answered applications · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  return readBulkReport(context.deps, {
    viewer,
    jobId: uuidParam(params.jobId),
    answerId: uuidParam(params.answerId),
    back: new URL(request.url).searchParams.get("back"),
  });
});

export default function AnsweredApplications() {
  return <BulkReportView report={useLoaderData<typeof loader>()} />;
}
