import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { NumbersView } from "#app/features/numbers/numbers-view.tsx";
import { readNumbers, readSpan } from "#app/features/numbers/read-numbers.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findEmployerJob } from "#db/queries/employer-job.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Numbers of ${page?.title ?? "a job"} · CareerCenter` },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context });
  const { employerId } = membership;
  const jobId = uuidParam(params.jobId);
  const job = await findEmployerJob(context.deps.db, { employerId, jobId });
  if (!job) throw notFound();
  const span = readSpan(new URL(request.url).searchParams);
  return {
    id: job.id,
    title: job.title || "Untitled draft",
    numbers: await readNumbers(context.deps, { employerId, jobId }, span),
  };
});

export default function JobNumbers() {
  const { id, title, numbers } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader back={{ to: `/employer/jobs/${id}`, label: title }} title="Numbers" />
      <NumbersView href={`/employer/jobs/${id}/numbers`} numbers={numbers} />
    </div>
  );
}
