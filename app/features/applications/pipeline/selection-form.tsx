import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { REJECT_REASONS } from "#app/domain/application-stage.ts";
import { MESSAGE_MAX } from "../application-limits.ts";
import type { SelectionAnswer } from "./answer-selection.server.ts";
import type { Selection } from "./read-selection.server.ts";

const REASONS = Object.entries(REJECT_REASONS).map(([value, label]) => ({ value, label }));
type Template = { value: string; label: string };
/** "1 applicant", "3 applicants". */
export const people = (count: number) => (count === 1 ? "1 applicant" : `${count} applicants`);

/** Where to, or why not, and the words each of the chosen applicants reads. */
export function AnswerForm({
  selection: { does, ready, stages, idempotencyKey },
  answer,
  back,
  templates,
}: {
  selection: Selection;
  answer: SelectionAnswer | null;
  back: string;
  templates: readonly Template[];
}) {
  const form = answer?.form ?? null;
  const busy = useNavigation().state !== "idle";
  const key = form?.values.idempotencyKey?.[0] ?? idempotencyKey;
  return (
    <Form className="form" key={form?.values.template?.[0] ?? "none"} method="post">
      <FormSummary
        form={form}
        labels={{
          stage: "Move to",
          message: "Message",
          reason: "Reason",
          rejectMessage: "Words to go with it",
        }}
      />
      <input name="idempotencyKey" type="hidden" value={key} />
      {ready.map(({ id, version }) => (
        <input key={id} name="seen" type="hidden" value={`${id}~${version}`} />
      ))}
      {does === "move" ? (
        <>
          <SelectField
            emptyLabel="Choose a stage"
            form={form}
            label="Move to"
            name="stage"
            options={stages}
            required
          />
          <TemplateField does={does} form={form} templates={templates} />
          <TextArea
            form={form}
            hint="Each applicant reads this in a mail of their own and on their page."
            label="Message to each applicant"
            maxLength={MESSAGE_MAX}
            name="message"
            required={false}
            rows={5}
          />
        </>
      ) : (
        <>
          <SelectField
            emptyLabel="Choose a reason"
            form={form}
            hint="Each applicant is told this reason in these words."
            label="Reason"
            name="reason"
            options={REASONS}
            required
          />
          <TemplateField does={does} form={form} templates={templates} />
          <TextArea
            form={form}
            hint="Needed when you choose “Another reason”. Each applicant reads it in a mail of their own."
            label="Words to go with it"
            maxLength={MESSAGE_MAX}
            name="rejectMessage"
            required={false}
            rows={5}
          />
        </>
      )}
      <Preview preview={answer?.preview ?? null} />
      <div className="form-actions">
        <Button
          disabled={busy}
          name="intent"
          value={does}
          variant={does === "move" ? "primary" : "danger"}
        >
          {does === "move" ? "Move" : "Decline"} {people(ready.length)} and send{" "}
          {ready.length === 1 ? "the mail" : "the mails"}
        </Button>
        <Button disabled={busy} name="intent" value={`preview-${does}`} variant="secondary">
          Preview mail
        </Button>
        <ButtonLink to={back} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}

/** A template to begin with; its fields are filled in for each applicant. */
function TemplateField({
  does,
  form,
  templates,
}: {
  does: Selection["does"];
  form: FormState | null;
  templates: readonly Template[];
}) {
  return (
    <div className="thread__template">
      <SelectField
        emptyLabel="None"
        form={form}
        hint="Fields in braces become each applicant's own words."
        label="Template"
        name="template"
        options={templates}
        required={false}
      />
      <Button formNoValidate name="intent" value={`fill-${does}`} variant="secondary">
        Use template
      </Button>
    </div>
  );
}

function Preview({ preview }: { preview: SelectionAnswer["preview"] }) {
  if (!preview) return null;
  return (
    <section aria-label="Mail preview" className="mail-preview" role="status">
      <p className="soft small">
        Not sent yet. This is the mail {preview.to} will get; each gets one in their own name.
      </p>
      <p>
        <strong>{preview.subject}</strong>
      </p>
      <div className="written">{preview.text}</div>
    </section>
  );
}
