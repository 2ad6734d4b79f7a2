import type { MemberRole } from "./viewer.ts";

/** The roles of a team, the most powerful first, with what each may do. */
export const MEMBER_ROLES: readonly { value: MemberRole; label: string; hint: string }[] = [
  {
    value: "owner",
    label: "Owner",
    hint: "Does everything: posts jobs, answers applications, edits the employer page and manages the team.",
  },
  {
    value: "recruiter",
    label: "Recruiter",
    hint: "Posts jobs and answers applications.",
  },
  {
    value: "viewer",
    label: "Viewer",
    hint: "Reads jobs and applications and changes nothing.",
  },
];

/** "a recruiter", in a sentence. */
export const roleInWords = (role: MemberRole): string =>
  role === "owner" ? "an owner" : `a ${role}`;

export const roleLabel = (role: MemberRole): string =>
  MEMBER_ROLES.find(({ value }) => value === role)?.label ?? role;
