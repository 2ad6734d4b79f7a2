import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { type Onward, onwardTo } from "./onward.ts";
import { OnwardFields } from "./onward-fields.tsx";
import { PasswordField } from "./password-field.tsx";

/** The log-in form; `unverified` when the password was right but the address is not confirmed yet. */
export function LogInPage({
  form,
  onward,
  unverified,
}: {
  form: FormState | undefined;
  onward: Onward;
  unverified: boolean;
}) {
  return (
    <>
      <PageHeader
        lede={
          <>
            New here? <Link to={onwardTo("/signup", onward)}>Sign up</Link>
          </>
        }
        title="Log in"
      />
      {form && unverified ? <Unverified email={firstValue(form.values, "email")} /> : null}
      <Form className="form" method="post" noValidate>
        {unverified ? null : <FormSummary form={form} />}
        <OnwardFields onward={onward} />
        <TextField
          autoComplete="username"
          form={form}
          label="Email"
          maxLength={254}
          name="email"
          required
          type="email"
        />
        <PasswordField
          autoComplete="current-password"
          form={form}
          label="Password"
          name="password"
        />
        <div className="form-actions">
          <Button>Log in</Button>
          <Link to="/forgot-password">Forgot your password?</Link>
        </div>
      </Form>
    </>
  );
}

function Unverified({ email }: { email: string }) {
  return (
    <Notice title="Confirm your email address first" tone="warning">
      <p>We sent a link to {email} when you signed up. Open it, then log in.</p>
      <Form action="/signup?sent" method="post">
        <input name="email" type="hidden" value={email} />
        <Button name="intent" size="small" value="resend" variant="secondary">
          Send the link again
        </Button>
      </Form>
    </Notice>
  );
}
