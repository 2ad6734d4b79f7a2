import { Form } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { RadioGroup } from "#app/components/field-choices.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { When } from "#app/components/when.tsx";
import { MEMBER_ROLES, roleLabel } from "#app/domain/member-roles.ts";
import type { MemberRole } from "#app/domain/viewer.ts";

const LABELS = { email: "Email", role: "Role" };

/** Asks an address into the team. */
export function InviteSection({
  employerId,
  form,
}: {
  employerId: string;
  form: FormState | undefined;
}) {
  return (
    <section aria-labelledby="invite">
      <div className="section-heading">
        <h2 id="invite">Invite somebody</h2>
      </div>
      <Form className="form" method="post" noValidate>
        <FormSummary form={form} labels={LABELS} />
        <input name="employerId" type="hidden" value={employerId} />
        <TextField
          autoComplete="off"
          form={form}
          hint="We mail a link there. It works once, within 14 days, and only for this address."
          label={LABELS.email}
          maxLength={254}
          name="email"
          required
          type="email"
        />
        <RadioGroup
          defaultValue="recruiter"
          form={form}
          legend={LABELS.role}
          name="role"
          options={MEMBER_ROLES}
        />
        <div className="form-actions">
          <Button name="intent" value="invite">
            Send the invitation
          </Button>
        </div>
      </Form>
    </section>
  );
}

export interface ListedInvitation {
  id: string;
  email: string;
  role: MemberRole;
  sentAt: Date;
  expiresAt: Date;
  expired: boolean;
}

/** Invitations nobody has answered yet. */
export function InvitationsSection({
  employerId,
  invitations,
}: {
  employerId: string;
  invitations: readonly ListedInvitation[];
}) {
  return (
    <section aria-labelledby="invited">
      <div className="section-heading">
        <h2 id="invited">Invited, not answered yet</h2>
      </div>
      {invitations.length === 0 ? (
        <p className="desk-calm soft">No invitation waits for an answer.</p>
      ) : (
        <ul aria-label="Invitations" className="team-list">
          {invitations.map((invitation) => (
            <InvitationRow employerId={employerId} invitation={invitation} key={invitation.id} />
          ))}
        </ul>
      )}
    </section>
  );
}

function InvitationRow({
  employerId,
  invitation: { id, email, role, sentAt, expiresAt, expired },
}: {
  employerId: string;
  invitation: ListedInvitation;
}) {
  return (
    <li className="team-list__row">
      <div className="team-list__words">
        <div className="cluster">
          <strong>{email}</strong>
          <Badge>{roleLabel(role)}</Badge>
          {expired ? <Badge tone="warning">Run out</Badge> : null}
        </div>
        <div className="team-list__facts">
          Sent <When at={sentAt} />, {expired ? "ran out" : "runs out"} <When at={expiresAt} />
        </div>
      </div>
      <Form className="cluster" method="post">
        <input name="employerId" type="hidden" value={employerId} />
        <input name="invitationId" type="hidden" value={id} />
        <Button
          aria-label={`Send again to ${email}`}
          name="intent"
          size="small"
          value="resend"
          variant="secondary"
        >
          Send again
        </Button>
        <Button
          aria-label={`Revoke the invitation of ${email}`}
          name="intent"
          size="small"
          value="revoke"
          variant="danger"
        >
          Revoke
        </Button>
      </Form>
    </li>
  );
}
