import { Form, useNavigation, useSearchParams } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { REJECT_REASONS } from "#app/domain/application-stage.ts";
import type { Answer } from "./answer-application.server.ts";
import { MESSAGE_MAX } from "./application-limits.ts";
import type { EmployerApplication } from "./read-employer-application.server.ts";

const REASONS = Object.entries(REJECT_REASONS).map(([value, label]) => ({ value, label }));

/** Moves an application on, or declines it; either way the applicant is told, and the words can be read first. */
export function AnswerPanel({
  application,
  answer,
}: {
  application: EmployerApplication;
  answer: Answer | null;
}) {
  const { version, moves } = application;
  const asked = useSearchParams()[0].has("decline");
  const busy = useNavigation().formMethod === "POST";
  const move = answer?.part === "move" ? answer : null;
  const reject = answer?.part === "reject" ? answer : null;
  return (
    <div className="stack">
      <Form className="form" key={`move ${version}`} method="post">
        <FormSummary form={move?.form} labels={{ stage: "Move to", message: "Message" }} />
        <input name="version" type="hidden" value={version} />
        <SelectField
          emptyLabel="Choose a stage"
          form={move?.form}
          label="Move to"
          name="stage"
          options={moves}
          required
        />
        <TextArea
          form={move?.form}
          hint="The applicant reads this in the mail and on their page."
          label="Message to the applicant"
          maxLength={MESSAGE_MAX}
          name="message"
          required={false}
          rows={5}
        />
        <MailPreview preview={move?.preview ?? null} />
        <div className="form-actions">
          <Button disabled={busy} name="intent" value="move">
            Move and send mail
          </Button>
          <Button disabled={busy} name="intent" value="preview-move" variant="secondary">
            Preview mail
          </Button>
        </div>
      </Form>
      <Disclosure open={reject !== null || asked} summary="Decline this application">
        <Form className="form" key={`reject ${version}`} method="post">
          <FormSummary
            form={reject?.form}
            labels={{ reason: "Reason", rejectMessage: "Words to go with it" }}
          />
          <input name="version" type="hidden" value={version} />
          <SelectField
            emptyLabel="Choose a reason"
            form={reject?.form}
            hint="The applicant is told this reason in these words."
            label="Reason"
            name="reason"
            options={REASONS}
            required
          />
          <TextArea
            form={reject?.form}
            hint="Needed when you choose “Another reason”."
            label="Words to go with it"
            maxLength={MESSAGE_MAX}
            name="rejectMessage"
            required={false}
            rows={4}
          />
          <MailPreview preview={reject?.preview ?? null} />
          <div className="form-actions">
            <Button disabled={busy} name="intent" value="reject" variant="danger">
              Decline and send mail
            </Button>
            <Button disabled={busy} name="intent" value="preview-reject" variant="secondary">
              Preview mail
            </Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}

function MailPreview({ preview }: { preview: Answer["preview"] }) {
  if (!preview) return null;
  return (
    <section aria-label="Mail preview" className="mail-preview" role="status">
      <p className="soft small">Not sent yet. This is the mail the applicant will get.</p>
      <p>
        <strong>{preview.subject}</strong>
      </p>
      <div className="written">{preview.text}</div>
    </section>
  );
}
