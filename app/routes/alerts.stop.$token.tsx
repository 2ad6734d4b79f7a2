import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { findByStopToken, stopByToken } from "#db/queries/saved-searches.ts";

export const meta: MetaFunction = () => [{ title: "Stop these mails · CareerCenter" }];

// Mail programs open links to look at them: only the button, or the mail program's own POST, changes anything.
export const loader = handled(async ({ params, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const search = await findByStopToken(context.deps.db, params.token ?? "");
  return data(
    {
      search: search && {
        asks: search.title ?? search.asks,
        stopped: search.status === "deleted",
        manage: search.manageToken
          ? `/alerts/manage/${search.manageToken}`
          : "/applicant/saved-searches",
      },
    },
    { status: search ? 200 : 410, headers: { "Cache-Control": "no-store" } },
  );
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  openToEveryone();
  await readForm(request);
  await stopByToken(context.deps.db, params.token ?? "");
  return data({ done: true });
});

export default function StopAlerts() {
  const { search } = useLoaderData<typeof loader>();
  if (!search) {
    return (
      <div className="page page--narrow">
        <PageHeader lede="Nothing is sent for it any more." title="This link no longer works" />
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <PageHeader
        lede={search.asks}
        title={search.stopped ? "These mails are stopped" : "Stop these mails?"}
      />
      {search.stopped ? (
        <Notice title="You get no more mails for this search." tone="success" />
      ) : (
        <Form method="post">
          <Button>Stop these mails</Button>
        </Form>
      )}
      <p>
        <Link to={search.manage}>All your alerts</Link>
      </p>
    </div>
  );
}
