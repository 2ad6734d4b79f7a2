import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import { When } from "#app/components/when.tsx";
import { CREDENTIAL_STATUS_LABELS } from "#app/domain/credential-rule.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import {
  type CredentialList,
  countCredentialsForBoard,
  listCredentialsForBoard,
} from "#db/queries/board-credentials.ts";

const PAGE_SIZE = 30;
const LISTS: Record<CredentialList, string> = {
  waiting: "Waiting",
  verified: "Verified",
  revoked: "Revoked",
};
const isList = (value: string): value is CredentialList => Object.hasOwn(LISTS, value);

export const meta: MetaFunction = () => [{ title: "Credentials to verify · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const { db } = context.deps;
  const params = new URL(request.url).searchParams;
  const asked = params.get("list") ?? "";
  const list = isList(asked) ? asked : "waiting";
  const total = await countCredentialsForBoard(db, list);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(pageParam(params), pageCount);
  const rows = await listCredentialsForBoard(db, {
    list,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  const credentials = rows.map((row) => ({
    id: row.id,
    code: row.code,
    issuer: row.issuer,
    name: row.name,
    state: CREDENTIAL_STATUS_LABELS[row.state],
    expiresOn: row.expiresOn,
    since: (list === "waiting"
      ? row.evidenceUploadedAt
      : list === "verified"
        ? row.verifiedAt
        : row.revokedAt
    )?.toISOString(),
  }));
  return { list, total, credentials, page, pageCount };
});

export default function Credentials() {
  const { list, total, credentials, page, pageCount } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        lede="Evidence waits here, the longest waiting first. Check it against the issuer's record: a card can be old."
        title="Credentials"
      />
      <LinkTabs
        items={Object.entries(LISTS).map(([name, label]) => ({
          to: `/admin/credentials?list=${name}`,
          label,
          current: name === list,
          count: name === list ? total : undefined,
        }))}
      />
      {credentials.length === 0 ? (
        <EmptyState title={list === "waiting" ? "Nothing waits" : "None here"} />
      ) : (
        <ul className="board-list">
          {credentials.map((one) => (
            <li key={one.id}>
              <div>
                <h2>
                  <Link to={`/admin/credentials/${one.id}`}>
                    {one.code} of {one.name}
                  </Link>
                </h2>
                <p className="soft small">{one.issuer || "Issuer not stated"}</p>
              </div>
              <p className="small">
                {one.state}
                {one.since ? (
                  <>
                    , <When at={one.since} kind="datetime" />
                  </>
                ) : null}
                <br />
                <span className="soft">
                  {one.expiresOn ? `Expires ${one.expiresOn}` : "No expiry stated"}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        hrefFor={(number) =>
          `/admin/credentials?${new URLSearchParams({ list, page: String(number) })}`
        }
        page={page}
        pageCount={pageCount}
      />
    </div>
  );
}
