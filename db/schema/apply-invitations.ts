import type { Generated } from "kysely";
import type { ApplyInvitationStatus } from "#app/domain/coder-visibility.ts";

export interface ApplyInvitationsTable {
  id: Generated<string>;
  userId: string;
  jobId: string;
  employerId: string;
  /** Null once that member's account is gone. */
  invitedBy: string | null;
  message: Generated<string>;
  status: Generated<ApplyInvitationStatus>;
  createdAt: Generated<Date>;
  answeredAt: Date | null;
}
