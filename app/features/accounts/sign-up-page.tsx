import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { type Onward, onwardTo } from "./onward.ts";
import { OnwardFields } from "./onward-fields.tsx";
import { PasswordField } from "./password-field.tsx";

/** The sign-up form. `kind` preselects a card; `saving` is the title of the job that is saved with it. */
export function SignUpPage({
  form,
  kind,
  onward,
  saving,
}: {
  form: FormState | undefined;
  kind: string | undefined;
  onward: Onward;
  saving: string | null;
}) {
  return (
    <>
      <PageHeader
        lede={
          <>
            {saving ? `“${saving}” is saved to your account as soon as you have one. ` : null}
            Already have an account? <Link to={onwardTo("/login", onward)}>Log in</Link>
          </>
        }
        title="Sign up"
      />
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} />
        <OnwardFields onward={onward} />
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
