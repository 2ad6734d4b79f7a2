import type { Generated } from "kysely";

export interface HiddenFromEmployersTable {
  userId: string;
  employerId: string;
  createdAt: Generated<Date>;
}
