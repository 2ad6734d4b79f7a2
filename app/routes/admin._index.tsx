import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { readBoard } from "#app/features/admin/read-board.server.ts";
import { handled } from "#app/web/handled.server.ts";

export const meta: MetaFunction = () => [{ title: "The board's desk · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  return { lines: await readBoard(context.deps) };
});

export default function Board() {
  const { lines } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <PageHeader
        lede="What waits for a decision. Everything you do here is in the audit log."
        title="The board's desk"
      />
      <ul className="desk-tasks">
        {lines.map(({ to, label, count, words, pressing }) => (
          <li data-pressing={pressing} key={label}>
            <Link to={to}>
              <b className="figure">{count.toLocaleString("en-US")}</b> {label}
            </Link>
            <span className="soft">{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
