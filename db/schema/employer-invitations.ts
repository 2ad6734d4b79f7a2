import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { MemberRole } from "#app/domain/viewer.ts";

export interface EmployerInvitationsTable {
  id: Generated<string>;
  employerId: string;
  email: string;
  role: MemberRole;
  /** SHA-256 of the mailed link's token, hex. */
  tokenHash: string;
  invitedBy: string | null;
  createdAt: Generated<Date>;
  sentAt: Generated<Date>;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

export type EmployerInvitation = Selectable<EmployerInvitationsTable>;
export type NewEmployerInvitation = Insertable<EmployerInvitationsTable>;
export type EmployerInvitationUpdate = Updateable<EmployerInvitationsTable>;
