import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { CheckboxGroup } from "#app/components/field-choices.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { When } from "#app/components/when.tsx";
import type { Answer } from "./answer-application.server.ts";
import { NOTE_MAX } from "./application-limits.ts";
import type { EmployerApplication } from "./read-employer-application.server.ts";

/** Notes among the members of an employer; the applicant never sees them. */
export function NotesSection({
  application,
  answer,
}: {
  application: EmployerApplication;
  answer: Answer | null;
}) {
  const { notes, mayAnswer, colleagues } = application;
  const form = answer?.part === "note" ? answer.form : null;
  const busy = useNavigation().formMethod === "POST";
  return (
    <section aria-labelledby="notes" className="stack--tight">
      <h2 id="notes">Private notes</h2>
      <p className="soft small">Only members of your employer read these.</p>
      {mayAnswer ? (
        <Form className="form" key={notes[0]?.id ?? "first"} method="post">
          <FormSummary form={form} labels={{ note: "Add a note", tell: "Who should read it" }} />
          <TextArea
            form={form}
            hint={
              colleagues.length > 0
                ? "Write @ and a colleague's full name to bring it to them."
                : undefined
            }
            label="Add a note"
            maxLength={NOTE_MAX}
            name="note"
            rows={3}
          />
          {colleagues.length > 0 ? (
            <Disclosure
              open={(form?.values.tell?.length ?? 0) > 0 || undefined}
              summary="Tell colleagues"
            >
              <CheckboxGroup
                form={form}
                hint="They get a mail and find it on their desk."
                legend="Who should read it"
                name="tell"
                options={colleagues}
              />
            </Disclosure>
          ) : null}
          <Button disabled={busy} name="intent" value="note" variant="secondary">
            Keep note
          </Button>
        </Form>
      ) : null}
      {notes.length > 0 ? (
        <ol className="notes">
          {notes.map(({ id, body, at, by, told }) => (
            <li key={id}>
              <p className="written">{body}</p>
              <p className="soft small">
                {by}, <When at={at} kind="datetime" />
                {told.length > 0 ? `. Told: ${told.join(", ")}` : null}
              </p>
            </li>
          ))}
        </ol>
      ) : mayAnswer ? null : (
        <p className="soft">No notes.</p>
      )}
    </section>
  );
}
