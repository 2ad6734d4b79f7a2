import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { EXPORT_DAYS, EXPORT_PAUSE_HOURS } from "#app/domain/account-leaving.ts";
import { requestExport } from "#app/features/leaving/request-export.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { findLastExport } from "#db/queries/account-exports.ts";

export const meta: MetaFunction = () => [{ title: "Download your data · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireViewer({ request, context });
  const last = await findLastExport(context.deps.db, userId);
  const pause = context.deps.clock().getTime() - EXPORT_PAUSE_HOURS * 3_600_000;
  return {
    last: last && {
      id: last.id,
      requestedAt: last.requestedAt.toISOString(),
      expiresAt: last.expiresAt?.toISOString() ?? null,
      megabytes: last.byteSize === null ? null : Math.max(0.1, last.byteSize / 1_048_576),
    },
    mayAsk: !last || last.requestedAt.getTime() < pause,
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireViewer({ request, context });
  await readForm(request);
  await requestExport(context.deps, { userId });
  return redirect("/account/export", 303);
});

export default function Export() {
  const { last, mayAsk } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/account", label: "Account" }}
        lede="One zip file: every record we hold about you as JSON, and every file you uploaded."
        title="Download your data"
      />
      {last?.expiresAt ? (
        <Notice title="Your file is ready" tone="success">
          <div className="stack--tight">
            <p>
              <a className="button button--primary" download href={`/account/export/${last.id}`}>
                Download {last.megabytes?.toFixed(1)} MB
              </a>
            </p>
            <p>
              Made of what we held <When at={last.requestedAt} kind="datetime" />. It can be
              downloaded until <When at={last.expiresAt} kind="date" />.
            </p>
          </div>
        </Notice>
      ) : null}
      {last && !last.expiresAt ? (
        <Notice title="We are making your file" tone="info">
          That takes a minute or so. Reload this page to see whether it is ready.
        </Notice>
      ) : null}
      {mayAsk ? (
        <Form method="post">
          <p>
            It is made in the background and kept for {EXPORT_DAYS} days. Only you can download it.
          </p>
          <div className="form-actions">
            <Button variant={last ? "secondary" : "primary"}>
              {last ? "Make a new file" : "Make the file"}
            </Button>
          </div>
        </Form>
      ) : (
        <p className="soft">You can ask for another {EXPORT_PAUSE_HOURS} hours after the last.</p>
      )}
    </div>
  );
}
