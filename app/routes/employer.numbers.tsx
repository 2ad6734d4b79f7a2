import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { NumbersView } from "#app/features/numbers/numbers-view.tsx";
import {
  readJobNumbers,
  readNumbers,
  readSpan,
} from "#app/features/numbers/read-numbers.server.ts";
import { handled } from "#app/web/handled.server.ts";

export const meta: MetaFunction = () => [{ title: "Numbers · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context });
  const { employerId, employerName } = membership;
  const span = readSpan(new URL(request.url).searchParams);
  const [numbers, jobs] = await Promise.all([
    readNumbers(context.deps, { employerId, jobId: null }, span),
    readJobNumbers(context.deps, { employerId, span }),
  ]);
  return { employerName, numbers, jobs };
});

export default function EmployerNumbers() {
  const { employerName, numbers, jobs } = useLoaderData<typeof loader>();
  const figure = (count: number) => count.toLocaleString("en-US");
  return (
    <div className="page">
      <PageHeader
        back={{ to: "/employer", label: "Your desk" }}
        lede={employerName}
        title="Numbers"
      />
      <NumbersView href="/employer/numbers" numbers={numbers} />
      {jobs.length > 0 ? (
        <DataTable
          caption={jobs.length < 50 ? "By job" : "By job, the 50 most looked at"}
          columns={[
            {
              header: "Job",
              cell: ({ id, title }) => <Link to={`/employer/jobs/${id}/numbers`}>{title}</Link>,
            },
            { header: "Views", cell: ({ views }) => figure(views), align: "end" },
            { header: "Viewers", cell: ({ viewers }) => figure(viewers), align: "end" },
            { header: "Started", cell: ({ starts }) => figure(starts), align: "end" },
            { header: "Applied", cell: ({ applications }) => figure(applications), align: "end" },
          ]}
          rows={jobs}
        />
      ) : null}
    </div>
  );
}
