import { Form, Link } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { TextField } from "#app/components/field.tsx";
import { RadioGroup } from "#app/components/field-choices.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import type { BulkAction } from "./bulk.form.ts";
import type { ManyOutcome } from "./change-many-jobs.server.ts";
import type { SelectedJob } from "./read-bulk-selection.server.ts";

const BACK = { to: "/employer/jobs", label: "Your jobs" };
const jobsOf = (count: number): string => (count === 1 ? "1 job" : `${count} jobs`);

const WORDS: Record<
  BulkAction,
  { title: string; consequence: string; button: string; done: string }
> = {
  confirm: {
    title: "Confirm that jobs are open",
    consequence: "Coders see today’s date beside each of them.",
    button: "Confirm",
    done: "confirmed",
  },
  extend: {
    title: "Extend jobs",
    consequence:
      "Each is open through the day you choose. Those that have expired are posted again under their address, and say so.",
    button: "Extend",
    done: "extended",
  },
  pause: {
    title: "Pause jobs",
    consequence: "Coders can no longer find them or apply. You can resume each at any time.",
    button: "Pause",
    done: "paused",
  },
  close: {
    title: "Close jobs",
    consequence:
      "Everyone whose application is open, and everyone who saved the job, is told why. A closed job cannot be opened again.",
    button: "Close",
    done: "closed",
  },
};

/** What is about to happen to which jobs, and the button that does it. */
export function BulkConfirmation({
  action,
  jobs,
  days,
  form,
}: {
  action: BulkAction;
  jobs: readonly SelectedJob[];
  days: { first: string; last: string };
  form: FormState | null;
}) {
  const words = WORDS[action];
  const able = jobs.filter((job) => job.able);
  const others = jobs.filter((job) => !job.able);
  if (able.length === 0) {
    return (
      <>
        <PageHeader back={BACK} title={words.title} />
        <EmptyState
          action={<ButtonLink to="/employer/jobs">Back to your jobs</ButtonLink>}
          title={jobs.length === 0 ? "No job was ticked" : "None of these jobs allows it"}
        >
          {jobs.length === 0
            ? "Tick the jobs you mean, then choose what to do with them."
            : "Where a job stands decides what can be done with it."}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader back={BACK} lede={words.consequence} title={words.title} />
      <Form className="form" method="post">
        <FormSummary form={form} labels={{ closesOn: "New last day", reason: "Reason" }} />
        <input name="do" type="hidden" value={action} />
        <ul className="consequences">
          {able.map(({ id, title, version, statusLabel }) => (
            <li key={id}>
              {title} <span className="soft">({statusLabel})</span>
              <input name="job" type="hidden" value={`${id} ${version}`} />
            </li>
          ))}
        </ul>
        {others.length > 0 ? (
          <p className="soft">
            Left as they are, because where they stand does not allow it:{" "}
            {others.map(({ title, statusLabel }) => `${title} (${statusLabel})`).join(", ")}.
          </p>
        ) : null}
        {action === "extend" ? (
          <TextField
            figure
            form={form}
            hint="Open until the end of that day, Eastern time."
            label="New last day"
            max={days.last}
            min={days.first}
            name="closesOn"
            required
            type="date"
            width="medium"
          />
        ) : null}
        {action === "close" ? (
          <RadioGroup
            form={form}
            legend="Why are they closing?"
            name="reason"
            options={[
              { value: "filled", label: "They are filled" },
              { value: "withdrawn", label: "We are no longer hiring for them" },
            ]}
          />
        ) : null}
        <div className="form-actions">
          <Button variant={action === "close" ? "danger" : "primary"}>
            {words.button} {jobsOf(able.length)}
          </Button>
          <ButtonLink to="/employer/jobs" variant="secondary">
            Leave them
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

/** What came of each job. */
export function BulkReport({
  action,
  report,
}: {
  action: BulkAction;
  report: readonly ManyOutcome[];
}) {
  const { done } = WORDS[action];
  const refused = report.filter(({ refusal }) => refusal !== null);
  const changed = report.filter(({ refusal }) => refusal === null);
  return (
    <>
      <PageHeader back={BACK} title={`${jobsOf(changed.length)} ${done}`} />
      {changed.length > 0 ? (
        <ul className="consequences">
          {changed.map(({ id, title }) => (
            <li key={id}>
              <Link to={`/employer/jobs/${id}`}>{title}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {refused.length > 0 ? (
        <section>
          <h2>Left as they are</h2>
          <ul className="consequences">
            {refused.map(({ id, title, refusal, link }) => (
              <li key={id}>
                <Link to={`/employer/jobs/${id}`}>{title}</Link>: {refusal}{" "}
                {link ? <Link to={link}>See the applications</Link> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p>
        <Link to="/employer/jobs">Back to your jobs</Link>
      </p>
    </>
  );
}
