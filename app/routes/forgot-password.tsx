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
import { TextField } from "#app/components/field.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { emailOnlyForm } from "#app/features/accounts/account.form.ts";
import { CheckMail } from "#app/features/accounts/check-mail.tsx";
import { requestPasswordReset } from "#app/features/accounts/request-password-reset.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";

export const meta: MetaFunction = () => [{ title: "Forgotten password · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const sent = new URL(request.url).searchParams.has("sent");
  return { sent, embedded: context.deps.embedded };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  openToEveryone();
  const form = await readForm(request);
  const parsed = parseForm(emailOnlyForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  try {
    await requestPasswordReset(context.deps, { ...parsed.value, ip: context.ip });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/forgot-password?sent", 303);
});

export default function ForgotPassword() {
  const { sent, embedded } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (sent) {
    return (
      <div className="page page--narrow">
        <CheckMail embedded={embedded}>
          If the address has an account, a link to choose a new password is on its way. It works
          once, within one hour.
        </CheckMail>
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <PageHeader
        back={{ to: "/login", label: "Log in" }}
        lede="Give the address you signed up with. We send a link to choose a new password."
        title="Forgot your password?"
      />
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} />
        <TextField
          autoComplete="username"
          form={form}
          label="Email"
          maxLength={254}
          name="email"
          required
          type="email"
        />
        <Button>Send the link</Button>
      </Form>
    </div>
  );
}
