import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { HOMES } from "#app/domain/viewer.ts";
import { resetPasswordForm } from "#app/features/accounts/account.form.ts";
import { DeadLink } from "#app/features/accounts/dead-link.tsx";
import { PasswordField } from "#app/features/accounts/password-field.tsx";
import { readReset, resetPassword } from "#app/features/accounts/reset-password.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";

export const meta: MetaFunction = () => [{ title: "Choose a new password · CareerCenter" }];

export const loader = handled(async ({ params, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const email = await readReset(context.deps, params.token ?? "");
  return data({ email }, { status: email ? 200 : 410, headers: { "Cache-Control": "no-store" } });
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  openToEveryone();
  const { deps, ip, userAgent } = context;
  const form = await readForm(request);
  const token = params.token ?? "";
  const email = await readReset(deps, token);
  const parsed = parseForm(resetPasswordForm(email ?? ""), form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  try {
    const device = { ip, userAgent };
    const { setCookie, kind } = await resetPassword(deps, { ...parsed.value, token, ...device });
    return redirect(HOMES[kind], { status: 303, headers: { "Set-Cookie": setCookie } });
  } catch (error) {
    return refusedBy(error, form);
  }
});

export default function ResetPassword() {
  const { email } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (!email) {
    return (
      <div className="page page--narrow">
        <DeadLink again={{ to: "/forgot-password", label: "Ask for a new link" }} />
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <PageHeader
        lede={`For the account ${email}. Every device that is logged in now will be logged out.`}
        title="Choose a new password"
      />
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} />
        <input
          autoComplete="username"
          defaultValue={email}
          hidden
          name="username"
          readOnly
          type="text"
        />
        <PasswordField
          autoComplete="new-password"
          form={form}
          hint="At least 10 characters. Several words make a good one."
          label="New password"
          name="password"
        />
        <Button>Save and log in</Button>
      </Form>
    </div>
  );
}
