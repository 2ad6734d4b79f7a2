/** Who is asking. Employers act through a membership; one user may hold several. */
export type UserKind = "applicant" | "employer" | "admin";

/** Where each kind of person lands after logging in. */
export const HOMES: Record<UserKind, string> = {
  applicant: "/applicant",
  employer: "/employer",
  admin: "/admin",
};

export type MemberRole = "owner" | "recruiter" | "viewer";

export interface Membership {
  employerId: string;
  employerName: string;
  employerSlug: string;
  role: MemberRole;
  /** The board has suspended the employer: its members do nothing in its name until that is lifted. */
  suspended: boolean;
}

export interface Viewer {
  userId: string;
  sessionId: string;
  email: string;
  name: string;
  kind: UserKind;
  emailVerified: boolean;
  /** When the password was last given in this session: sensitive changes ask again when it is old. */
  authenticatedAt: Date;
  /**
   * The membership in force: of the employer this session acts for. null for applicants and admins, for employer
   * accounts that belong to none, and for whoever lost the one acted for and has not chosen another yet.
   */
  membership: Membership | null;
  /** How many employers the person is a member of. */
  memberships: number;
}
