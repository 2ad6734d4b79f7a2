import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { RequirementLevel } from "#app/domain/requirement.ts";

export interface JobRequirementsTable {
  jobId: string;
  familyId: string;
  level: RequirementLevel;
  minMonths: Generated<number>;
  position: number;
}

export type JobRequirement = Selectable<JobRequirementsTable>;
export type NewJobRequirement = Insertable<JobRequirementsTable>;
export type JobRequirementUpdate = Updateable<JobRequirementsTable>;
