import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { LookList } from "#app/features/privacy/look-list.tsx";
import { readLooks } from "#app/features/privacy/read-looks.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";

const PAGE_SIZE = 30;

export const meta: MetaFunction = () => [{ title: "Who looked · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const page = pageParam(new URL(request.url).searchParams);
  return { page, ...(await readLooks(context.deps, { userId, page, size: PAGE_SIZE })) };
});

export default function Views() {
  const { page, looks, more } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/applicant/privacy", label: "Who sees your profile" }}
        lede="Each employer once a day, whoever of its people it was."
        title="Who looked"
      />
      {looks.length > 0 ? (
        <LookList looks={looks} />
      ) : (
        <EmptyState title={page > 1 ? "No more" : "Nobody yet"}>
          Each employer that looks at your profile or opens a resume stands here.
        </EmptyState>
      )}
      <nav aria-label="Pages" className="cluster">
        {page > 1 ? <Link to={`/applicant/views?page=${page - 1}`}>Later ones</Link> : null}
        {more ? <Link to={`/applicant/views?page=${page + 1}`}>Earlier ones</Link> : null}
      </nav>
    </div>
  );
}
