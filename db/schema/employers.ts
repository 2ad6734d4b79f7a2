import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface EmployersTable {
  id: Generated<string>;
  slug: string;
  name: string;
  kind: string;
  website: string | null;
  about: Generated<string>;
  city: string | null;
  state: string | null;
  logoFileId: string | null;
  verifiedAt: Date | null;
  verificationRefusedAt: Date | null;
  verificationRefusal: string | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
  version: Generated<number>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export type Employer = Selectable<EmployersTable>;
export type NewEmployer = Insertable<EmployersTable>;
export type EmployerUpdate = Updateable<EmployersTable>;
