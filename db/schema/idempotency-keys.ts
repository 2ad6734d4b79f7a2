import type { Generated, Insertable, Selectable, Updateable } from "kysely";

export interface IdempotencyKeysTable {
  key: string;
  userId: string;
  route: string;
  bodyHash: string;
  location: string;
  createdAt: Generated<Date>;
}

export type IdempotencyKey = Selectable<IdempotencyKeysTable>;
export type NewIdempotencyKey = Insertable<IdempotencyKeysTable>;
export type IdempotencyKeyUpdate = Updateable<IdempotencyKeysTable>;
