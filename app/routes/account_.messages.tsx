import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { CheckboxField } from "#app/components/field-choices.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { findReadReceipts, updateReadReceipts } from "#db/queries/messages.ts";

export const meta: MetaFunction = () => [{ title: "Message settings · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  return {
    readReceipts: await findReadReceipts(context.deps.db, userId),
    saved: new URL(request.url).searchParams.has("saved"),
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const form = await readForm(request);
  if (form.get("intent") === "save") {
    await updateReadReceipts(context.deps.db, { userId, on: form.has("readReceipts") });
  }
  return redirect("/account/messages?saved", 303);
});

export default function MessageSettings() {
  const { readReceipts, saved } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader back={{ to: "/account", label: "Account" }} title="Message settings" />
      {saved ? <Notice title="Saved." tone="success" /> : null}
      <Form className="form" method="post">
        <CheckboxField
          defaultChecked={readReceipts}
          hint="Employers then see the time beside their message. What you read before stays untold."
          label="Let employers see when I have read their messages"
          name="readReceipts"
        />
        <div className="form-actions">
          <Button name="intent" value="save">
            Save settings
          </Button>
          <ButtonLink to="/account/mail" variant="quiet">
            Choose the mail you get
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
