import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { MESSAGE_BODY_MAX } from "#app/domain/message-thread.ts";
import type { Thread } from "./read-thread.server.ts";
import { useKeptText } from "./use-kept-text.ts";

/** Writes the next message. What is typed survives a refusal, a template, a lost connection and a log-in in between. */
export function MessageComposer({
  thread,
  from,
  form,
  filled,
}: {
  thread: Thread;
  from: "application" | "thread";
  form: FormState | null;
  filled: string | null;
}) {
  const { applicationId, side, other, messages, templates, readReceipts } = thread;
  const busy = useNavigation().formMethod === "POST";
  const own = messages.findLast(({ mine }) => mine)?.id ?? "none";
  const kept = useKeptText(`message ${applicationId}`, own);
  const key = form ? firstValue(form.values, "idempotencyKey") : "";
  const typed = form ? firstValue(form.values, "body") : (filled ?? "");
  return (
    <Form
      action={`/${side}/applications/${applicationId}/messages`}
      className="form"
      key={`${own} ${typed}`}
      method="post"
      noValidate
      {...kept}
    >
      <FormSummary form={form} labels={{ body: "Your message", template: "Template" }} />
      <input name="from" type="hidden" value={from} />
      <input name="idempotencyKey" type="hidden" value={key || thread.idempotencyKey} />
      {templates.length > 0 ? (
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
      ) : null}
      <TextArea
        defaultValue={typed}
        form={form}
        hint={
          side === "employer"
            ? "Sent with your name and your employer’s."
            : "Your email address is not part of it."
        }
        label={`Your message to ${other}`}
        maxLength={MESSAGE_BODY_MAX}
        name="body"
        required
        rows={5}
      />
      <div className="form-actions">
        <Button disabled={busy} name="intent" value="send">
          Send message
        </Button>
      </div>
      {side === "applicant" ? (
        <p className="soft small">
          {readReceipts
            ? "The employer can see when you have read a message. "
            : "The employer cannot see whether you have read a message. "}
          <Link to="/account/messages">Change this</Link>
        </p>
      ) : null}
    </Form>
  );
}
