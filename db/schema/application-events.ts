import type { Generated, Insertable, Selectable, Updateable } from "kysely";
import type { ApplicationStage } from "#app/domain/application-stage.ts";

export interface ApplicationEventsTable {
  id: Generated<string>;
  applicationId: string;
  actorId: string | null;
  kind:
    | "submitted"
    | "moved"
    | "rejected"
    | "withdrawn"
    | "job-closed"
    | "resume-opened"
    | "unanswered";
  fromStage: ApplicationStage | null;
  toStage: ApplicationStage | null;
  message: Generated<string>;
  shownToApplicant: boolean;
  createdAt: Generated<Date>;
}

export type ApplicationEvent = Selectable<ApplicationEventsTable>;
export type NewApplicationEvent = Insertable<ApplicationEventsTable>;
export type ApplicationEventUpdate = Updateable<ApplicationEventsTable>;
