import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import type { FormState } from "#app/components/form-state.ts";
import type { BoardEmployer } from "./read-employer.server.ts";
import { ReasonForm } from "./reason-form.tsx";

/** What can be decided over an employer that is not suspended. */
export function EmployerDecisions({
  employer,
  answer,
}: {
  employer: BoardEmployer;
  answer: { intent: string; form: FormState } | undefined;
}) {
  const { version } = employer;
  const common = { answer, version };
  return (
    <>
      {employer.verifiedAt ? (
        <ReasonForm
          {...common}
          button="Take the verification back"
          hint="The employer reads it on its page's settings."
          intent="unverify"
          title="Take the verification back"
        >
          <p>Its jobs stay public; its page and jobs no longer say that it is verified.</p>
        </ReasonForm>
      ) : (
        <>
          <Form method="post">
            <input name="version" type="hidden" value={version} />
            <Button name="intent" value="verify">
              Verify this employer
            </Button>
          </Form>
          {employer.refusedAt ? null : (
            <ReasonForm
              {...common}
              button="Refuse verification"
              hint="Its owners read it by mail and can change their page to be looked at again."
              intent="refuse"
              title="Refuse"
            >
              <p>It stays as it is, without being verified.</p>
            </ReasonForm>
          )}
        </>
      )}
      <ReasonForm
        {...common}
        button="Suspend this employer"
        danger
        hint="Its people read it on their desk."
        intent="suspend"
        title="Suspend"
      >
        <ul className="consequences">
          <li>
            {employer.openJobs === 0
              ? "It has no public job."
              : `${employer.openJobs === 1 ? "Its one public job leaves" : `Its ${employer.openJobs.toLocaleString("en-US")} public jobs leave`} view at once, and so does its page.`}
          </li>
          <li>Its people can still log in and answer applications, and cannot publish.</li>
          <li>Lifting it brings everything back as it stands then.</li>
        </ul>
      </ReasonForm>
    </>
  );
}
