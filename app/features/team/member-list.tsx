import { Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { When } from "#app/components/when.tsx";
import { roleLabel } from "#app/domain/member-roles.ts";
import type { MemberRole } from "#app/domain/viewer.ts";

export interface ListedMember {
  userId: string;
  name: string;
  email: string;
  role: MemberRole;
  createdAt: Date;
  isYou: boolean;
}

/** Who is in the team; owners get a way to change each. */
export function MemberList({
  members,
  mayManage,
}: {
  members: readonly ListedMember[];
  mayManage: boolean;
}) {
  return (
    <ul aria-label="Members" className="team-list">
      {members.map(({ userId, name, email, role, createdAt, isYou }) => (
        <li className="team-list__row" key={userId}>
          <div className="team-list__words">
            <div className="cluster">
              <strong>{name}</strong>
              <Badge tone={role === "owner" ? "accent" : "neutral"}>{roleLabel(role)}</Badge>
              {isYou ? <Badge>You</Badge> : null}
            </div>
            <div className="team-list__facts">
              {email}, member since <When at={createdAt} />
            </div>
          </div>
          {mayManage ? (
            <Link aria-label={`Change ${name}`} to={`/employer/members/${userId}`}>
              Change
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
