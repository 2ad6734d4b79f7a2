import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { MemberRole } from "#app/domain/viewer.ts";

export interface EmployerMembersTable {
  employerId: string;
  userId: string;
  role: MemberRole;
  createdAt: Generated<Date>;
}

export type EmployerMember = Selectable<EmployerMembersTable>;
export type NewEmployerMember = Insertable<EmployerMembersTable>;
export type EmployerMemberUpdate = Updateable<EmployerMembersTable>;
