import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";

/** Says what will happen and asks for the one click that makes it so. */
export function ConfirmForm({
  employerId,
  form,
  consequences,
  confirm,
  back,
}: {
  employerId: string;
  form: FormState | undefined;
  consequences: readonly ReactNode[];
  confirm: string;
  back: { to: string; label: string };
}) {
  return (
    <>
      <ul className="consequences">
        {consequences.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences never change order
          <li key={index}>{words}</li>
        ))}
      </ul>
      <Form className="stack" method="post">
        <FormSummary form={form} />
        <input name="employerId" type="hidden" value={employerId} />
        <div className="form-actions">
          <Button name="intent" value="confirm" variant="danger">
            {confirm}
          </Button>
          <ButtonLink to={back.to} variant="secondary">
            {back.label}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
