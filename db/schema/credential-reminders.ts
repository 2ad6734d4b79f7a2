import type { Generated } from "kysely";
import type { ReminderDays } from "#app/domain/credential-lifecycle.ts";

export interface CredentialRemindersTable {
  credentialId: string;
  expiresOn: string;
  daysBefore: ReminderDays;
  sentAt: Generated<Date>;
}
