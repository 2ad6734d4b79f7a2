import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";

export interface JobEventsTable {
  id: Generated<string>;
  jobId: string;
  actorId: string | null;
  kind: string;
  fromStatus: JobStatus | null;
  toStatus: JobStatus | null;
  note: Generated<string>;
  createdAt: Generated<Date>;
}

export type JobEvent = Selectable<JobEventsTable>;
export type NewJobEvent = Insertable<JobEventsTable>;
export type JobEventUpdate = Updateable<JobEventsTable>;
