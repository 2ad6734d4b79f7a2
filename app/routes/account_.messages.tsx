import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { CheckboxField } from "#app/components/field-choices.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import {
  readMessageSettings,
  saveMessageSettings,
} from "#app/features/messages/message-settings.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Message settings · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireViewer({ request, context });
  return {
    ...(await readMessageSettings(context.deps, viewer.userId)),
    isApplicant: viewer.kind === "applicant",
    saved: new URL(request.url).searchParams.has("saved"),
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireViewer({ request, context });
  const form = await readForm(request);
  if (form.get("intent") === "save") {
    await saveMessageSettings(context.deps, {
      userId: viewer.userId,
      mailed: form.has("mailed"),
      readReceipts: viewer.kind === "applicant" && form.has("readReceipts"),
    });
  }
  return redirect("/account/messages?saved", 303);
});

export default function MessageSettings() {
  const { mailed, readReceipts, isApplicant, saved } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader back={{ to: "/account", label: "Account" }} title="Message settings" />
      {saved ? <Notice title="Saved." tone="success" /> : null}
      <Form className="form" method="post">
        <CheckboxField
          defaultChecked={mailed}
          hint="Without it you find new messages only when you log in."
          label="Mail me when somebody writes to me"
          name="mailed"
        />
        {isApplicant ? (
          <CheckboxField
            defaultChecked={readReceipts}
            hint="Employers then see the time beside their message. Messages you read before stay as they were."
            label="Let employers see when I have read their messages"
            name="readReceipts"
          />
        ) : null}
        <div className="form-actions">
          <Button name="intent" value="save">
            Save settings
          </Button>
        </div>
      </Form>
    </div>
  );
}
