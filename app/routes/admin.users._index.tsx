import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { TextField } from "#app/components/field.tsx";
import { CheckboxField } from "#app/components/field-choices.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { When } from "#app/components/when.tsx";
import { KINDS } from "#app/features/admin/kind-words.ts";
import { searchWords } from "#app/features/admin/search-words.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import { countUsers, listUsers } from "#db/queries/board-users.ts";

const PAGE_SIZE = 30;

export const meta: MetaFunction = () => [{ title: "People · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const { db } = context.deps;
  const params = new URL(request.url).searchParams;
  const search = { q: searchWords(params.get("q")), suspended: params.get("suspended") === "on" };
  const total = await countUsers(db, search);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(pageParam(params), pageCount);
  const rows = await listUsers(db, { ...search, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  const people = rows.map(({ id, name, email, kind, createdAt, emailVerifiedAt, suspendedAt }) => ({
    id,
    name,
    email,
    kind: KINDS[kind],
    createdAt: createdAt.toISOString(),
    confirmed: emailVerifiedAt !== null,
    suspended: suspendedAt !== null,
  }));
  return { ...search, people, total, page, pageCount };
});

export default function People() {
  const { q, suspended, people, page, pageCount } = useLoaderData<typeof loader>();
  const hrefFor = (number: number) =>
    `/admin/users?${new URLSearchParams({ q, ...(suspended ? { suspended: "on" } : {}), page: String(number) })}`;
  return (
    <div className="page">
      <PageHeader lede="Everyone with an account, the newest first." title="People" />
      <Form className="board-search" role="search">
        <TextField defaultValue={q} label="Name or email address" name="q" type="search" />
        <CheckboxField defaultChecked={suspended} label="Only suspended" name="suspended" />
        <Button variant="secondary">Search</Button>
      </Form>
      {people.length === 0 ? (
        <EmptyState title="Nobody found">Try fewer letters of the name or the address.</EmptyState>
      ) : (
        <ul className="board-list">
          {people.map((person) => (
            <li key={person.id}>
              <div>
                <h2>
                  <Link to={`/admin/users/${person.id}`}>{person.name}</Link>
                </h2>
                <p className="soft small">{person.email}</p>
              </div>
              <p className="board-list__standing">
                <Badge>{person.kind}</Badge>
                {person.suspended ? <Badge tone="danger">Suspended</Badge> : null}
                {person.confirmed ? null : <Badge tone="warning">Address not confirmed</Badge>}
                <span className="soft small">
                  since <When at={person.createdAt} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination hrefFor={hrefFor} page={page} pageCount={pageCount} />
    </div>
  );
}
