import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/field-choices.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { optionalMailsOf } from "#app/domain/optional-mails.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { listStoppedMails, replaceStoppedMails } from "#db/queries/stopped-mails.ts";

export const meta: MetaFunction = () => [{ title: "Mail you get · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId, kind } = await requireViewer({ request, context });
  const stopped = await listStoppedMails(context.deps.db, userId);
  const mails = optionalMailsOf(kind);
  return {
    options: mails.map(({ name, label, hint }) => ({ value: name, label, hint })),
    wanted: mails.map(({ name }) => name).filter((name) => !stopped.includes(name)),
    saved: new URL(request.url).searchParams.has("saved"),
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId, kind } = await requireViewer({ request, context });
  const wanted = (await readForm(request)).getAll("mail");
  const mails = optionalMailsOf(kind)
    .map(({ name }) => name)
    .filter((name) => !wanted.includes(name));
  await context.deps.db.transaction().execute((trx) => replaceStoppedMails(trx, { userId, mails }));
  return redirect("/account/mail?saved", 303);
});

export default function OptionalMails() {
  const { options, wanted, saved } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/account", label: "Account" }}
        lede="What you must know comes by mail in any case: answers to your applications, and changes to your account."
        title="Mail you get"
      />
      {saved ? <Notice title="Saved" tone="success" /> : null}
      {options.length === 0 ? (
        <p>There is no other mail to choose from.</p>
      ) : (
        <Form className="form" method="post">
          <CheckboxGroup
            columns={1}
            defaultValues={wanted}
            legend="Mail you can do without"
            name="mail"
            options={options}
          />
          <div className="form-actions">
            <Button>Save</Button>
          </div>
        </Form>
      )}
    </div>
  );
}
