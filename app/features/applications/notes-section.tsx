import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
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
  const { notes, mayAnswer } = application;
  const form = answer?.part === "note" ? answer.form : null;
  const busy = useNavigation().formMethod === "POST";
  return (
    <section aria-labelledby="notes" className="stack--tight">
      <h2 id="notes">Private notes</h2>
      <p className="soft small">Only members of your employer read these.</p>
      {mayAnswer ? (
        <Form className="form" key={notes[0]?.id ?? "first"} method="post">
          <FormSummary form={form} labels={{ body: "Add a note" }} />
          <TextArea form={form} label="Add a note" maxLength={NOTE_MAX} name="body" rows={3} />
          <Button disabled={busy} name="intent" value="note" variant="secondary">
            Keep note
          </Button>
        </Form>
      ) : null}
      {notes.length > 0 ? (
        <ol className="notes">
          {notes.map(({ id, body, at, by }) => (
            <li key={id}>
              <p className="written">{body}</p>
              <p className="soft small">
                {by}, <When at={at} kind="datetime" />
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
