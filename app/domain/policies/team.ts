import type { MemberRole, Viewer } from "../viewer.ts";

interface OfEmployer {
  employerId: string;
}

const roleIn = (viewer: Viewer | null, { employerId }: OfEmployer): MemberRole | null =>
  viewer?.kind === "employer" && viewer.membership?.employerId === employerId
    ? viewer.membership.role
    : null;

/** Colleagues know each other: every member sees who is in the team, with which role. */
export const canSeeTeam = (viewer: Viewer | null, employer: OfEmployer): boolean =>
  roleIn(viewer, employer) !== null;

/** Only owners invite, change roles, remove and hand over; only they see who is invited. */
export const canManageTeam = (viewer: Viewer | null, employer: OfEmployer): boolean =>
  roleIn(viewer, employer) === "owner";

/** Whether a member's move to `to` (null: out of the team) would leave the employer without an owner. */
export const leavesNoOwner = ({
  from,
  to,
  owners,
}: {
  from: MemberRole;
  to: MemberRole | null;
  owners: number;
}): boolean => from === "owner" && to !== "owner" && owners <= 1;
