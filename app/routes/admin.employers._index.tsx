import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { TextField } from "#app/components/field.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import { When } from "#app/components/when.tsx";
import { EMPLOYER_KINDS, labelOf } from "#app/domain/vocabulary.ts";
import { searchWords } from "#app/features/admin/search-words.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import {
  countEmployersForBoard,
  type EmployerList,
  listEmployersForBoard,
} from "#db/queries/board-employers.ts";

const PAGE_SIZE = 30;
const LISTS: Record<EmployerList, string> = {
  waiting: "Waiting",
  verified: "Verified",
  refused: "Refused",
  suspended: "Suspended",
};
const isList = (value: string): value is EmployerList => Object.hasOwn(LISTS, value);

export const meta: MetaFunction = () => [{ title: "Employers · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const { db } = context.deps;
  const params = new URL(request.url).searchParams;
  const asked = params.get("list") ?? "";
  const list = isList(asked) ? asked : "waiting";
  const q = searchWords(params.get("q"));
  const total = await countEmployersForBoard(db, { list, q });
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(pageParam(params), pageCount);
  const offset = (page - 1) * PAGE_SIZE;
  const rows = await listEmployersForBoard(db, { list, q, limit: PAGE_SIZE, offset });
  const employers = rows.map(({ createdAt, kind, owners, ...employer }) => ({
    ...employer,
    kind: labelOf(EMPLOYER_KINDS, kind),
    domains: owners.map(({ domain }) => domain).join(", "),
    createdAt: createdAt.toISOString(),
  }));
  return { list, q, total, employers, page, pageCount };
});

export default function Employers() {
  const { list, q, total, employers, page, pageCount } = useLoaderData<typeof loader>();
  const hrefFor = (changes: Record<string, string>) =>
    `/admin/employers?${new URLSearchParams({ list, q, ...changes })}`;
  return (
    <div className="page">
      <PageHeader
        lede="A verified employer is who it says: its site, the addresses of its people and its jobs agree."
        title="Employers"
      />
      <LinkTabs
        items={Object.entries(LISTS).map(([name, label]) => ({
          to: hrefFor({ list: name }),
          label,
          current: name === list,
          count: name === list ? total : undefined,
        }))}
      />
      <Form className="board-search" role="search">
        <input name="list" type="hidden" value={list} />
        <TextField defaultValue={q} label="Employer's name" name="q" type="search" />
        <Button variant="secondary">Search</Button>
      </Form>
      {employers.length === 0 ? (
        <EmptyState title={q ? "None found by that name" : "None here"} />
      ) : (
        <ul className="board-list">
          {employers.map((employer) => (
            <li key={employer.id}>
              <div>
                <h2>
                  <Link to={`/admin/employers/${employer.id}`}>{employer.name}</Link>
                </h2>
                <p className="soft small">{employer.kind}</p>
              </div>
              <p className="small">
                {employer.website ?? "No site given"}
                <br />
                <span className="soft">
                  Owners write from {employer.domains || "nowhere"}; {employer.openJobs}{" "}
                  {employer.openJobs === 1 ? "open job" : "open jobs"}; since{" "}
                  <When at={employer.createdAt} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        hrefFor={(number) => hrefFor({ page: String(number) })}
        page={page}
        pageCount={pageCount}
      />
    </div>
  );
}
