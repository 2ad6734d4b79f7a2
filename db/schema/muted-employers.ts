import type { Generated } from "kysely";

export interface MutedEmployersTable {
  userId: string;
  employerId: string;
  createdAt: Generated<Date>;
}
