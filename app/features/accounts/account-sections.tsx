import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PasswordField } from "./password-field.tsx";

interface SectionProps {
  form: FormState | undefined;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h2 className="section-heading">{title}</h2>
      {children}
    </section>
  );
}

export function NameSection({ form, name }: SectionProps & { name: string }) {
  return (
    <Section title="Name">
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} />
        <TextField
          autoComplete="name"
          defaultValue={name}
          form={form}
          label="Name"
          maxLength={200}
          name="name"
          required
        />
        <Button name="intent" value="change-name" variant="secondary">
          Save name
        </Button>
      </Form>
    </Section>
  );
}

export function EmailSection({ form, email }: SectionProps & { email: string }) {
  return (
    <Section title="Email">
      <p>
        You log in with <strong>{email}</strong>. A new address takes effect once you open the link
        we send there.
      </p>
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} />
        <TextField
          autoComplete="email"
          form={form}
          label="New email"
          maxLength={254}
          name="email"
          required
          type="email"
        />
        <PasswordField
          autoComplete="current-password"
          form={form}
          label="Your password"
          name="emailPassword"
        />
        <Button name="intent" value="change-email" variant="secondary">
          Change email
        </Button>
      </Form>
    </Section>
  );
}

export function PasswordSection({ form, email }: SectionProps & { email: string }) {
  return (
    <Section title="Password">
      <p>Changing it logs out every other device.</p>
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} />
        {/* Password managers file the new password under this name. */}
        <input
          autoComplete="username"
          defaultValue={email}
          hidden
          name="username"
          readOnly
          type="text"
        />
        <PasswordField
          autoComplete="current-password"
          form={form}
          label="Current password"
          name="currentPassword"
        />
        <PasswordField
          autoComplete="new-password"
          form={form}
          hint="At least 10 characters."
          label="New password"
          name="newPassword"
        />
        <Button name="intent" value="change-password" variant="secondary">
          Change password
        </Button>
      </Form>
    </Section>
  );
}
