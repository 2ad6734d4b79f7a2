import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { TEMPLATE_FIELDS } from "#app/domain/message-template.ts";
import { MESSAGE_BODY_MAX } from "#app/domain/message-thread.ts";
import type { BulkPage } from "./read-bulk-page.server.ts";

/** One message to several applicants, each in their own words; can be read as the first of them would. */
export function BulkForm({
  page,
  form,
  preview,
}: {
  page: BulkPage;
  form: FormState | null;
  preview: { to: string; text: string; missing: string } | null;
}) {
  const busy = useNavigation().formMethod === "POST";
  const { chosen, templates, back } = page;
  const key = (form && firstValue(form.values, "idempotencyKey")) || page.idempotencyKey;
  const typed = form ? firstValue(form.values, "body") : "";
  return (
    <Form className="form" key={typed} method="post" noValidate>
      <FormSummary
        form={form}
        labels={{ body: "Message", template: "Template", application: "Applicants" }}
      />
      <input name="idempotencyKey" type="hidden" value={key} />
      {chosen.map(({ applicationId }) => (
        <input key={applicationId} name="application" type="hidden" value={applicationId} />
      ))}
      <section aria-labelledby="chosen">
        <h2 id="chosen">
          {chosen.length === 1 ? "To 1 applicant" : `To ${chosen.length} applicants`}
        </h2>
        <p>{chosen.map(({ name }) => name).join(", ")}</p>
        <p className="soft small">Each gets a message of their own. None sees who else got one.</p>
      </section>
      <div className="thread__template">
        <SelectField
          emptyLabel="None"
          form={form}
          label="Template"
          name="template"
          options={templates}
          required={false}
        />
        <Button disabled={busy} name="intent" value="fill" variant="secondary">
          Use template
        </Button>
      </div>
      <TextArea
        form={form}
        hint={`Fields you can use: ${TEMPLATE_FIELDS.map((field) => `{${field}}`).join(", ")}.`}
        label="Message"
        maxLength={MESSAGE_BODY_MAX}
        name="body"
        required
        rows={12}
      />
      {preview ? (
        <section aria-label="Preview" className="mail-preview" role="status">
          <p className="soft small">Not sent yet. This is what {preview.to} would read.</p>
          {preview.missing ? <p className="overdue">{preview.missing}</p> : null}
          <div className="written">{preview.text}</div>
        </section>
      ) : null}
      <div className="form-actions">
        <Button disabled={busy} name="intent" value="send">
          {chosen.length === 1 ? "Send message" : `Send ${chosen.length} messages`}
        </Button>
        <Button disabled={busy} name="intent" value="preview" variant="secondary">
          Preview
        </Button>
        <Link to={back}>Cancel</Link>
      </div>
    </Form>
  );
}
