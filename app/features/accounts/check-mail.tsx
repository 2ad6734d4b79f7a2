import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";

/** What is shown after every request for a mail, whether one was sent or not. */
export function CheckMail({ embedded, children }: { embedded: boolean; children: ReactNode }) {
  return (
    <>
      <PageHeader lede={children} title="Check your mail" />
      {embedded ? (
        <Notice title="This copy of CareerCenter keeps its mail to itself" tone="info">
          Read it at <a href="/dev/mail">/dev/mail</a>.
        </Notice>
      ) : null}
    </>
  );
}

/** Asks for the verification mail again. */
export function ResendForm({ form }: { form?: FormState | undefined }) {
  return (
    <section className="stack">
      <h2>No mail after a few minutes?</h2>
      <p>Look in your spam folder, then have it sent again.</p>
      <Form action="/signup?sent" className="form" method="post">
        <TextField
          autoComplete="email"
          form={form}
          label="Email"
          maxLength={254}
          name="email"
          required
          type="email"
        />
        <Button name="intent" value="resend" variant="secondary">
          Send it again
        </Button>
      </Form>
    </section>
  );
}
