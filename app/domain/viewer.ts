/** Who is asking. Employers act through a membership; one user may hold several. */
export type UserKind = "applicant" | "employer" | "admin";

/** Where each kind of person lands after logging in. */
export const HOMES: Record<UserKind, string> = {
  applicant: "/applicant",
  employer: "/employer",
  admin: "/account",
};

export type MemberRole = "owner" | "recruiter" | "viewer";

export interface Membership {
  employerId: string;
  employerName: string;
  employerSlug: string;
  role: MemberRole;
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
  /** The membership in force; null for applicants, admins and employer accounts without an employer page yet. */
  membership: Membership | null;
}
