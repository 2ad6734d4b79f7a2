import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";

/** A decision with its reason, and what happens when it is made. */
export function ReasonForm({
  intent,
  title,
  button,
  version,
  hint,
  answer,
  danger = false,
  children,
}: {
  intent: string;
  title: string;
  button: string;
  version: number | null;
  hint: string;
  /** What the action answered, if it was about this form. */
  answer: { intent: string; form: FormState } | undefined;
  danger?: boolean;
  /** What will happen. */
  children: ReactNode;
}) {
  const form = answer?.intent === intent ? answer.form : null;
  // Several forms of a page ask for a reason: each control needs an id of its own.
  const named = form && {
    values: { [`${intent}-reason`]: form.values.reason ?? [] },
    errors: Object.fromEntries(
      Object.entries(form.errors).map(([name, said]) => [
        name === "reason" ? `${intent}-reason` : name,
        said,
      ]),
    ),
  };
  return (
    <section aria-labelledby={`${intent}-title`} className="board-decision">
      <h2 id={`${intent}-title`}>{title}</h2>
      {children}
      <Form className="form" method="post">
        <FormSummary form={named} />
        {version === null ? null : <input name="version" type="hidden" value={version} />}
        <TextArea
          form={named ?? undefined}
          hint={hint}
          label="Reason"
          maxLength={1_000}
          name={`${intent}-reason`}
          rows={3}
        />
        <div className="form-actions">
          <Button name="intent" value={intent} variant={danger ? "danger" : "secondary"}>
            {button}
          </Button>
        </div>
      </Form>
    </section>
  );
}
