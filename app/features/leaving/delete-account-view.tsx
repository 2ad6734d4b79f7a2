import { Form, Link } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { CheckboxField } from "#app/components/field-choices.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { When } from "#app/components/when.tsx";
import { GRACE_DAYS } from "#app/domain/account-leaving.ts";
import type { LeavingPage } from "./read-leaving-page.server.ts";

/** What happens when an account is deleted, and the button; or the way back while it is on its way. */
export function DeleteAccountView({
  page,
  form,
}: {
  page: LeavingPage;
  form: FormState | undefined;
}) {
  if (page.deleteAfter) return <OnItsWay deleteAfter={page.deleteAfter} />;
  if (page.shared.length > 0) return <NeedsAnOwner page={page} />;
  return (
    <>
      <section aria-labelledby="what-happens" className="stack--tight">
        <h2 id="what-happens">What happens</h2>
        <ul className="plain-list">
          <li>At once: you are logged out everywhere.</li>
          {page.kind === "applicant" ? <ForApplicants /> : <ForEmployers page={page} />}
          <li>
            For {GRACE_DAYS} days you can log in and keep the account. After that it is gone for
            good, and nobody can bring it back.
          </li>
        </ul>
        <p>
          <Link to="/account/export">Download everything first</Link>. See also{" "}
          <Link to="/privacy">what we keep and how long</Link>.
        </p>
      </section>
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} labels={{ password: "Your password" }} />
        {page.openApplications > 0 ? (
          <CheckboxField
            form={form}
            hint="That cannot be undone, even if you keep the account. Otherwise employers see them until the account is deleted."
            label={`Withdraw my ${page.openApplications === 1 ? "open application" : `${page.openApplications} open applications`} now`}
            name="withdraw"
          />
        ) : null}
        <TextField
          autoComplete="current-password"
          form={form}
          label="Your password"
          maxLength={1_000}
          name="password"
          required
          type="password"
        />
        <div className="form-actions">
          <Button name="intent" value="delete" variant="danger">
            Delete my account
          </Button>
          <Link to="/account">Keep it</Link>
        </div>
      </Form>
    </>
  );
}

function ForApplicants() {
  return (
    <>
      <li>At once: your profile is hidden from employers, and no reminder is sent any more.</li>
      <li>
        After {GRACE_DAYS} days: open applications are withdrawn. Your profile, resumes,
        credentials, messages, saved jobs and all you sent with applications are deleted. Employers
        keep only that somebody applied, and when.
      </li>
    </>
  );
}

function ForEmployers({ page: { alone } }: { page: LeavingPage }) {
  return (
    <>
      {alone.map(({ id, name, openJobs }) => (
        <li key={id}>
          At once:{" "}
          {openJobs === 0
            ? `nobody else belongs to ${name}, so it goes with your account.`
            : `the ${openJobs === 1 ? "open job" : `${openJobs} open jobs`} of ${name} close, and everyone who applied is told. You can copy them if you keep the account, but not reopen them.`}
        </li>
      ))}
      <li>
        After {GRACE_DAYS} days: your name and address are deleted. What you wrote to applicants
        stays in their history without your name.
        {alone.length > 0
          ? " An employer nobody else belongs to is deleted with you; only its name stays where people applied."
          : ""}
      </li>
    </>
  );
}

function NeedsAnOwner({ page: { shared } }: { page: LeavingPage }) {
  return (
    <Notice title="Somebody else must become an owner first" tone="warning">
      <ul>
        {shared.map(({ id, name, otherMembers }) => (
          <li key={id}>
            {name}: you are its only owner, and{" "}
            {otherMembers === 1 ? "one other person works" : `${otherMembers} others work`} there.
          </li>
        ))}
      </ul>
      <p>
        <Link to="/employer/members">Make one of them an owner</Link>, or remove them if the
        employer is to go with you.
      </p>
    </Notice>
  );
}

function OnItsWay({ deleteAfter }: { deleteAfter: string }) {
  return (
    <Notice title="Your account is about to be deleted" tone="warning">
      <div className="stack--tight">
        <p>
          It will be deleted on <When at={deleteAfter} kind="date" />. Until then you can keep it.
        </p>
        <Form className="cluster" method="post">
          <Button name="intent" value="keep">
            Keep my account
          </Button>
          <ButtonLink to="/account/export" variant="secondary">
            Download everything
          </ButtonLink>
        </Form>
      </div>
    </Notice>
  );
}
