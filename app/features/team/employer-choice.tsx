import { Form } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { roleLabel } from "#app/domain/member-roles.ts";
import type { MemberRole } from "#app/domain/viewer.ts";

/** The employers a person may act for, each with its button. */
export function EmployerChoice({
  employers,
  activeId,
  redirectTo,
}: {
  employers: readonly { id: string; name: string; role: MemberRole }[];
  activeId: string | null;
  redirectTo: string;
}) {
  return (
    <ul aria-label="Your employers" className="team-list">
      {employers.map(({ id, name, role }) => (
        <li className="team-list__row" key={id}>
          <div className="team-list__words cluster">
            <strong>{name}</strong>
            <Badge>{roleLabel(role)}</Badge>
          </div>
          {id === activeId ? (
            <Badge tone="accent">You act for it now</Badge>
          ) : (
            <Form action="/employer/switch" method="post">
              <input name="employerId" type="hidden" value={id} />
              <input name="redirectTo" type="hidden" value={redirectTo} />
              <Button aria-label={`Switch to ${name}`} size="small" variant="secondary">
                Switch
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
