import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface EmailTokensTable {
  tokenHash: string;
  userId: string;
  purpose: "verify-email" | "reset-password" | "change-email";
  email: string;
  createdAt: Generated<Date>;
  expiresAt: Date;
  usedAt: Date | null;
}

export type EmailToken = Selectable<EmailTokensTable>;
export type NewEmailToken = Insertable<EmailTokensTable>;
export type EmailTokenUpdate = Updateable<EmailTokensTable>;
