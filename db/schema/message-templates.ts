import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface MessageTemplatesTable {
  id: Generated<string>;
  employerId: string;
  name: string;
  /** With fields in braces: "Hello {applicant first name}". */
  body: string;
  version: Generated<number>;
  updatedBy: string | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
}

export type MessageTemplate = Selectable<MessageTemplatesTable>;
export type NewMessageTemplate = Insertable<MessageTemplatesTable>;
export type MessageTemplateUpdate = Updateable<MessageTemplatesTable>;
