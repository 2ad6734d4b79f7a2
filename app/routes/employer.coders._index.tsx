import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { CoderList } from "#app/features/coders/coder-list.tsx";
import { coderSearchHref, readCoderQuery } from "#app/features/coders/coder-query.ts";
import { CoderSearchForm } from "#app/features/coders/coder-search-form.tsx";
import { findCoders } from "#app/features/coders/find-coders.server.ts";
import { NotVerified } from "#app/features/coders/not-verified.tsx";
import { readRefusal } from "#app/features/employers/read-refusal.server.ts";
import { StandingNotice } from "#app/features/employers/standing-notice.tsx";
import { handled } from "#app/web/handled.server.ts";
import { isVerifiedEmployer } from "#db/queries/coder-scope.ts";

export const meta: MetaFunction = () => [{ title: "Find coders · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const { employerId, employerName } = membership;
  if (!(await isVerifiedEmployer(context.deps.db, employerId))) {
    const refusal = await readRefusal(context.deps.db, employerId);
    return { employerName, refusal, search: null };
  }
  const query = readCoderQuery(new URL(request.url).searchParams);
  return {
    employerName,
    refusal: null,
    search: await findCoders(context.deps, { employerId, viewerId: userId, query }),
  };
});

export default function Coders() {
  const { employerName, refusal, search } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        actions={
          search ? <Link to="/employer/coders/invitations">Invitations you sent</Link> : undefined
        }
        lede="Coders who let employers see their profile. They are told that you looked."
        title="Find coders"
      />
      {search === null ? (
        <NotVerified employerName={employerName}>
          <StandingNotice refusal={refusal} />
        </NotVerified>
      ) : (
        <div className="columns columns--leading coders">
          <p className="coders__jump">
            <a href="#found">{counted(search.total, search.more)} found</a>
          </p>
          <CoderSearchForm page={search} />
          <section aria-labelledby="found">
            <h2 className="section-heading" id="found">
              {counted(search.total, search.more)}
            </h2>
            {search.coders.length === 0 ? (
              <EmptyState title="Nobody matches all of that">
                Ask for a wider family, fewer years, or any state.
              </EmptyState>
            ) : (
              <CoderList coders={search.coders} />
            )}
            <Pagination
              hrefFor={(number) => coderSearchHref(search.query, number)}
              page={search.query.page}
              pageCount={search.pageCount}
            />
          </section>
        </div>
      )}
    </div>
  );
}

function counted(total: number, more: boolean): string {
  if (more) return `More than ${total.toLocaleString("en-US")} coders`;
  return total === 1 ? "1 coder" : `${total.toLocaleString("en-US")} coders`;
}
