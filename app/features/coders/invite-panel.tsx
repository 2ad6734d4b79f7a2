import { Form } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field-select.tsx";
import { TextArea } from "#app/components/field-text-area.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { When } from "#app/components/when.tsx";
import type { SeenCoder } from "./read-coder.server.ts";

const ANSWERS: Record<string, { tone: "neutral" | "success"; words: string }> = {
  pending: { tone: "neutral", words: "No answer yet" },
  accepted: { tone: "success", words: "Accepted" },
  declined: { tone: "neutral", words: "Not this time" },
};

/** Invitations to one coder and the form of the next one. */
export function InvitePanel({
  coder: { jobs, invitations, code },
  form,
}: {
  coder: Pick<SeenCoder, "jobs" | "invitations" | "code">;
  form: FormState | undefined;
}) {
  return (
    <section aria-labelledby="invite" className="stack">
      <h2 id="invite">Invite to apply</h2>
      {invitations.length > 0 ? (
        <ul className="mark-list">
          {invitations.map(({ id, title, status, at }) => (
            <li key={id}>
              <span>
                {title}{" "}
                <span className="soft small">
                  invited <When at={at} />
                </span>
              </span>
              <Badge tone={ANSWERS[status]?.tone}>{ANSWERS[status]?.words ?? status}</Badge>
            </li>
          ))}
        </ul>
      ) : null}
      {jobs.length > 0 ? (
        <Form className="form" method="post">
          <FormSummary form={form} labels={{ jobId: "Job", message: "Message" }} />
          <SelectField
            emptyLabel="Choose a job"
            form={form}
            label="Job"
            name="jobId"
            options={jobs}
          />
          <TextArea
            form={form}
            hint="Why this job, for this coder. Optional."
            label="Message"
            maxLength={1_000}
            name="message"
            rows={4}
          />
          <p className="soft small">
            {code
              ? "They read it here and by mail, and stay anonymous until they accept or apply."
              : "They read it here and by mail. Each coder can be invited once for each job."}
          </p>
          <Button>Send invitation</Button>
        </Form>
      ) : (
        <p className="soft">
          {invitations.length > 0
            ? "You have no other open job to invite them to."
            : "You have no open job to invite them to. Post one first."}
        </p>
      )}
    </section>
  );
}
