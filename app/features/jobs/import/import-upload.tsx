import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";

/** The form that takes a file of jobs. */
export function ImportUpload({
  form,
  idempotencyKey,
}: {
  form?: FormState | undefined;
  idempotencyKey: string;
}) {
  const sending = useNavigation().formData?.has("jobs") ?? false;
  return (
    <Form className="form" encType="multipart/form-data" method="post">
      <FormSummary form={form} labels={{ jobs: "File of jobs" }} />
      <input name="idempotencyKey" type="hidden" value={idempotencyKey} />
      <TextField
        accept=".csv,.tsv,.txt,.xml,text/csv,text/xml,application/xml"
        form={form}
        hint="CSV with a heading row, or XML with <job> elements as Indeed takes it. At most 30 MB and 20,000 jobs."
        label="File of jobs"
        name="jobs"
        type="file"
        width="medium"
      />
      <div className="form-actions">
        <Button disabled={sending}>{sending ? "Uploading" : "Check this file"}</Button>
        <ButtonLink reloadDocument to="/employer/jobs/import/template.csv" variant="quiet">
          Download a template
        </ButtonLink>
      </div>
    </Form>
  );
}
