import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { PasswordField } from "./password-field.tsx";

/** The sign-up form. `kind` preselects a card. */
export function SignUpPage({
  form,
  kind,
}: {
  form: FormState | undefined;
  kind: string | undefined;
}) {
  return (
    <>
      <PageHeader
        lede={
          <>
            Already have an account? <Link to="/login">Log in</Link>
          </>
        }
        title="Sign up"
      />
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} />
        <KindChoice defaultValue={kind} form={form} />
        <TextField
          autoComplete="name"
          form={form}
          label="Name"
          maxLength={200}
          name="name"
          required
        />
        <TextField
          autoComplete="email"
          form={form}
          hint="We send a link there to confirm it."
          label="Email"
          maxLength={254}
          name="email"
          required
          type="email"
        />
        <PasswordField
          autoComplete="new-password"
          form={form}
          hint="At least 10 characters. Several words make a good one."
          label="Password"
          name="password"
        />
        <div className="form-actions">
          <Button name="intent" value="sign-up">
            Sign up
          </Button>
        </div>
      </Form>
    </>
  );
}
