import { Form, Link } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { MEMBER_ROLES, roleInWords } from "#app/domain/member-roles.ts";
import type { MemberRole } from "#app/domain/viewer.ts";
import { PasswordField } from "./password-field.tsx";

interface Facts {
  employerName: string;
  email: string;
  role: MemberRole;
}

/** What a used, revoked or outdated invitation leads to. */
export function DeadInvitation() {
  return (
    <>
      <PageHeader
        lede="It was already used, was replaced by a newer one or taken back, or has run out. Ask the employer to invite you again; only the newest mail works."
        title="This invitation does not work any more"
      />
      <div className="cluster">
        <ButtonLink to="/login">Log in</ButtonLink>
      </div>
    </>
  );
}

/** Says that the invitation is somebody else's, and nothing of what it says. */
export function OtherAccount({ loggedInAs }: { loggedInAs: string }) {
  return (
    <>
      <PageHeader
        lede={`You are logged in as ${loggedInAs}, and this invitation was mailed to another address.`}
        title="This invitation is for another account"
      />
      <p>Log out, then open the link in the mail again.</p>
      <Form action="/logout" method="post">
        <Button>Log out</Button>
      </Form>
    </>
  );
}

/** Who invites, and as what. */
function InvitationHeader({ employerName, role }: Facts) {
  const { label, hint } = MEMBER_ROLES.find(({ value }) => value === role) ?? {
    label: "",
    hint: "",
  };
  const may = `${label}: ${hint.charAt(0).toLowerCase()}${hint.slice(1)}`;
  return (
    <PageHeader
      lede={`${employerName} invites you to its hiring team as ${roleInWords(role)}. ${may}`}
      title={`Join ${employerName}`}
    />
  );
}

/** For an address without an account: the one that is made here has it, proven by the link. */
export function SignUpToJoin({ form, ...facts }: Facts & { form: FormState | undefined }) {
  const { email } = facts;
  return (
    <>
      <InvitationHeader {...facts} />
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} />
        <TextField
          autoComplete="username"
          defaultValue={email}
          hint="The address invited. The link has confirmed it already."
          label="Email"
          name="invitedEmail"
          readOnly
          type="email"
        />
        <TextField
          autoComplete="name"
          form={form}
          hint="Your colleagues and applicants see it."
          label="Name"
          maxLength={200}
          name="name"
          required
        />
        <PasswordField
          autoComplete="new-password"
          form={form}
          hint="At least 10 characters. Several words make a good one."
          label="Password"
          name="password"
        />
        <div className="form-actions">
          <Button name="intent" value="sign-up">
            Sign up and join
          </Button>
        </div>
      </Form>
    </>
  );
}

export function LogInToJoin({ token, ...facts }: Facts & { token: string }) {
  const back = encodeURIComponent(`/invitations/${token}`);
  return (
    <>
      <InvitationHeader {...facts} />
      <p>{facts.email} has an account. Log in with it to accept.</p>
      <ButtonLink to={`/login?redirectTo=${back}`}>Log in</ButtonLink>
    </>
  );
}

export function AcceptToJoin({ form, ...facts }: Facts & { form: FormState | undefined }) {
  return (
    <>
      <InvitationHeader {...facts} />
      <FormSummary form={form} />
      <Form className="form-actions" method="post">
        <Button name="intent" value="accept">
          Accept the invitation
        </Button>
        <Link to="/employer">Not now</Link>
      </Form>
    </>
  );
}

export function WrongKind(facts: Facts) {
  return (
    <>
      <InvitationHeader {...facts} />
      <Notice title="This address cannot join a team" tone="warning">
        <p>
          {facts.email} has an account that is not an employer account, and one address has one
          account. Ask {facts.employerName} to invite another address of yours.
        </p>
      </Notice>
    </>
  );
}
