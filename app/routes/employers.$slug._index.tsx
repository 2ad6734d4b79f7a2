import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Prose } from "#app/components/prose.tsx";
import { readEmployerPage } from "#app/features/employer-pages/read-employer-page.server.ts";
import { JobRow } from "#app/features/job-search/job-row.tsx";
import { handled, notFound } from "#app/web/handled.server.ts";
import { pageNumber } from "#app/web/page-number.ts";

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  openToEveryone();
  const page = pageNumber(new URL(request.url).searchParams);
  const employer = await readEmployerPage(context.deps, { slug: params.slug ?? "", page });
  if (!employer) throw notFound();
  return employer;
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `Coding jobs at ${data.name} · CareerCenter` },
        { name: "description", content: `${data.kind}. ${openJobs(data.total)}.` },
      ]
    : [{ title: "Employer not found · CareerCenter" }];

export default function EmployerRoute() {
  const employer = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <header className="employer-head">
        {employer.hasLogo && (
          <img src={`/employers/${employer.slug}/logo`} alt="" width={72} height={72} />
        )}
        <div>
          <h1>{employer.name}</h1>
          <p className="soft">
            {[employer.kind, employer.place, employer.verified && "verified by CareerCenter"]
              .filter(Boolean)
              .join(", ")}
          </p>
          <p className="soft">{employer.replies}</p>
          {employer.website && (
            <p>
              <a href={employer.website} rel="nofollow ugc noopener">
                {new URL(employer.website).hostname.replace(/^www\./, "")}
              </a>
            </p>
          )}
        </div>
      </header>
      {employer.aboutHtml && <Prose html={employer.aboutHtml} />}
      <section aria-labelledby="open-jobs">
        <h2 className="section-heading" id="open-jobs">
          {openJobs(employer.total)}
        </h2>
        {employer.jobs.length > 0 ? (
          <ol className="job-list">
            {employer.jobs.map((job) => (
              <li key={job.id}>
                <JobRow job={job} />
              </li>
            ))}
          </ol>
        ) : (
          <EmptyState
            title="No open jobs at the moment"
            action={<Link to="/jobs">See all jobs</Link>}
          >
            This employer is not hiring coders here now.
          </EmptyState>
        )}
        <Pagination
          page={employer.page}
          pageCount={employer.pageCount}
          hrefFor={(page) => `/employers/${employer.slug}?page=${page}`}
        />
      </section>
    </div>
  );
}

const openJobs = (total: number): string =>
  total === 1 ? "1 open job" : `${total.toLocaleString("en-US")} open jobs`;
