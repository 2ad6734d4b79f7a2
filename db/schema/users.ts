import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { UserKind } from "#app/domain/viewer.ts";

export interface UsersTable {
  id: Generated<string>;
  email: string;
  name: string;
  kind: UserKind;
  passwordHash: string;
  emailVerifiedAt: Date | null;
  suspendedAt: Date | null;
  /** The sentence the person reads when log-in is refused. */
  suspendedReason: string | null;
  /** Whether employers are told when this applicant has read a message. */
  readReceipts: Generated<boolean>;
  /** Nobody: keeps the place of a deleted person's application or employer. */
  standIn: Generated<boolean>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export type User = Selectable<UsersTable>;
export type NewUser = Insertable<UsersTable>;
export type UserUpdate = Updateable<UsersTable>;
