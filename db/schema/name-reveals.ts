import type { Generated } from "kysely";

export interface NameRevealsTable {
  userId: string;
  employerId: string;
  createdAt: Generated<Date>;
}
