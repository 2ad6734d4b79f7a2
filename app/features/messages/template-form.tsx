import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TEMPLATE_FIELDS, type TemplateField } from "#app/domain/message-template.ts";
import { MESSAGE_BODY_MAX } from "#app/domain/message-thread.ts";
import type { TemplatePreview } from "./answer-template.server.ts";

const MEANING: Record<TemplateField, string> = {
  "applicant first name": "the applicant’s first name",
  "job title": "the title of the job applied for",
  employer: "your employer’s name",
  "reply-by date": "the day you promised to answer by",
  sender: "the name of the member who sends it",
};

/** Writes or changes a template, and shows it as an applicant would read it. */
export function TemplateForm({
  template,
  form,
  preview,
}: {
  template: { id: string; name: string; body: string; version: number | null };
  form: FormState | null;
  preview: TemplatePreview | null;
}) {
  const busy = useNavigation().formMethod === "POST";
  const id = (form && firstValue(form.values, "id")) || template.id;
  return (
    <>
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} labels={{ name: "Name", body: "Words" }} />
        <input name="id" type="hidden" value={id} />
        <input name="version" type="hidden" value={template.version ?? 0} />
        <TextField
          defaultValue={template.name}
          form={form}
          hint="Members of your employer choose it by this name. Applicants do not see it."
          label="Name"
          maxLength={80}
          name="name"
          required
        />
        <TextArea
          defaultValue={template.body}
          form={form}
          hint="Put a field in braces where each message says something else."
          label="Words"
          maxLength={MESSAGE_BODY_MAX}
          name="body"
          required
          rows={12}
        />
        <section aria-labelledby="fields" className="template-fields">
          <h2 id="fields">Fields</h2>
          <ul>
            {TEMPLATE_FIELDS.map((field) => (
              <li key={field}>
                <code>{`{${field}}`}</code> {MEANING[field]}
              </li>
            ))}
          </ul>
        </section>
        {preview ? <Preview preview={preview} /> : null}
        <div className="form-actions">
          <Button disabled={busy} name="intent" value="save">
            Save template
          </Button>
          <Button disabled={busy} name="intent" value="preview" variant="secondary">
            Preview
          </Button>
          <Link to="/employer/templates">Cancel</Link>
        </div>
      </Form>
      {template.version === null ? null : (
        <Form className="template-delete" method="post">
          <p className="soft small">Messages already sent with it stay as they are.</p>
          <Button disabled={busy} name="intent" value="delete" variant="danger">
            Delete template
          </Button>
        </Form>
      )}
    </>
  );
}

function Preview({ preview: { text, by, missing } }: { preview: TemplatePreview }) {
  return (
    <section aria-label="Preview" className="mail-preview" role="status">
      <p className="soft small">Nothing is sent. Filled in with {by}.</p>
      {missing ? <Notice title={missing} tone="warning" /> : null}
      <div className="written">{text}</div>
    </section>
  );
}
