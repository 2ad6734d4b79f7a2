import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import type { Overview } from "./read-overview.server.ts";

/** What a recruiter can do with a job from here; each button says what it does. */
export function OverviewActions({ job }: { job: Overview }) {
  const can = (action: Overview["actions"][number]) => job.actions.includes(action);
  const home = `/employer/jobs/${job.id}`;
  return (
    <Form className="cluster" method="post">
      <input name="version" type="hidden" value={job.version} />
      <input name="idempotencyKey" type="hidden" value={job.idempotencyKey} />
      {can("publish") && job.todo.length === 0 ? (
        <Button name="intent" value="publish">
          Publish
        </Button>
      ) : null}
      {can("schedule") && job.todo.length === 0 ? (
        <ButtonLink to={`${home}/schedule`} variant="secondary">
          Schedule…
        </ButtonLink>
      ) : null}
      {can("unschedule") ? (
        <Button name="intent" value="unschedule" variant="secondary">
          Take back to a draft
        </Button>
      ) : null}
      {can("publish") || can("pause") || can("resume") ? (
        <ButtonLink
          to={`${home}/edit`}
          variant={can("publish") && job.todo.length > 0 ? "primary" : "secondary"}
        >
          {can("publish") ? "Continue the draft" : "Edit"}
        </ButtonLink>
      ) : null}
      {can("revise") ? (
        <Button name="intent" value="revise" variant="secondary">
          Take back to a draft
        </Button>
      ) : null}
      {can("renew") ? <ButtonLink to={`${home}/renew`}>Post it again…</ButtonLink> : null}
      {can("extend") ? (
        <ButtonLink to={`${home}/renew`} variant="secondary">
          Extend…
        </ButtonLink>
      ) : null}
      {can("pause") ? (
        <>
          <Button name="intent" value="confirm" variant="secondary">
            Confirm it is still open
          </Button>
          <Button name="intent" value="pause" variant="secondary">
            Pause
          </Button>
        </>
      ) : null}
      {can("resume") ? (
        <Button name="intent" value="resume">
          Resume
        </Button>
      ) : null}
      <Button name="intent" value="duplicate" variant="secondary">
        Duplicate
      </Button>
      <ButtonLink to={`${home}/template`} variant="secondary">
        Save as template
      </ButtonLink>
      {can("close") ? (
        <ButtonLink to={`${home}/close`} variant="danger">
          Close…
        </ButtonLink>
      ) : null}
      {job.status === "draft" && job.neverPublic ? (
        <ButtonLink to={`${home}/discard`} variant="danger">
          Discard…
        </ButtonLink>
      ) : null}
    </Form>
  );
}
