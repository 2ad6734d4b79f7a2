import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { TextField } from "#app/components/field.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { AUDIT_ACTIONS } from "#app/domain/audit.ts";
import { AuditTable } from "#app/features/admin/audit-table.tsx";
import { readAuditPage } from "#app/features/admin/read-audit.server.ts";
import { handled } from "#app/web/handled.server.ts";

export const meta: MetaFunction = () => [{ title: "Audit log · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  return await readAuditPage(context.deps, new URL(request.url).searchParams);
});

export default function Audit() {
  const { filter, actor, subject, unknown, entries, olderFrom, isFirst } =
    useLoaderData<typeof loader>();
  const { action, from, to } = filter;
  const asked = { actor: actor || null, action, subject: subject || null, from, to };
  const hrefFor = (changes: Record<string, string>) => {
    const set = Object.entries({ ...asked, ...changes }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    );
    return `/admin/audit?${new URLSearchParams(set)}`;
  };
  return (
    <div className="page">
      <PageHeader
        lede="Who saw or changed what, the newest first. Nobody can change an entry."
        title="Audit log"
      />
      <Form className="board-search" role="search">
        <SelectField
          defaultValue={action ?? ""}
          emptyLabel="Anything"
          label="What"
          name="action"
          options={Object.entries(AUDIT_ACTIONS).map(([value, label]) => ({ value, label }))}
        />
        <TextField defaultValue={actor} label="Who (address or account id)" name="actor" />
        <TextField defaultValue={subject} label="To what (id)" name="subject" />
        <TextField defaultValue={from ?? ""} label="From day" name="from" type="date" />
        <TextField defaultValue={to ?? ""} label="To day" name="to" type="date" />
        <Button variant="secondary">Filter</Button>
        <Link to="/admin/audit">Show everything</Link>
      </Form>
      {entries.length === 0 ? (
        <EmptyState title="No entries">
          {unknown.length > 0 ? unknown.join(" ") : "Nothing in the log answers this."}
        </EmptyState>
      ) : (
        <AuditTable entries={entries} />
      )}
      <div className="cluster">
        {isFirst ? null : (
          <ButtonLink to={hrefFor({})} variant="secondary">
            Newest
          </ButtonLink>
        )}
        {olderFrom === null ? null : (
          <ButtonLink to={hrefFor({ before: String(olderFrom) })} variant="secondary">
            Older
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
