import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { answerBulk } from "#app/features/messages/answer-bulk.server.ts";
import { BulkForm } from "#app/features/messages/bulk-form.tsx";
import { BulkReport } from "#app/features/messages/bulk-report.tsx";
import { readBulkPage } from "#app/features/messages/read-bulk-page.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "Message to applicants · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const { searchParams } = new URL(request.url);
  return readBulkPage(context.deps, {
    viewer,
    jobId: uuidParam(params.jobId),
    asked: searchParams.getAll("id"),
    listQuery: searchParams.get("back") ?? "",
  });
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context }, ["owner", "recruiter"]);
  const jobId = uuidParam(params.jobId);
  const form = await readForm(request);
  // Asks whose job it is.
  await readBulkPage(context.deps, { viewer, jobId, asked: [], listQuery: "" });
  return answerBulk(context.deps, { viewer, jobId, form });
});

export default function BulkMessage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const outcomes = answer?.outcomes ?? null;
  return (
    <div className="page page--form">
      <PageHeader
        back={{ to: page.back, label: page.job.title }}
        title={outcomes ? "What came of your message" : "Message to applicants"}
      />
      {outcomes ? <BulkReport back={page.back} outcomes={outcomes} /> : null}
      {!outcomes && page.chosen.length > 0 ? (
        <BulkForm form={answer?.form ?? null} page={page} preview={answer?.preview ?? null} />
      ) : null}
      {!outcomes && page.chosen.length === 0 ? (
        <EmptyState
          action={<ButtonLink to={page.back}>Choose applications</ButtonLink>}
          title="Nobody to write to"
        >
          <p>
            Tick applications in the list first. An applicant who withdrew gets no more messages.
          </p>
        </EmptyState>
      ) : null}
    </div>
  );
}
