import type { ColumnType } from "kysely";

/** A jsonb column: read parsed, written through `toJson` (pg would turn a bare array into a Postgres array). */
export type JsonColumn<Value> = ColumnType<
  Value,
  string | undefined | Extract<Value, null>,
  string | Extract<Value, null>
>;

/** Serialises a value for a jsonb column. */
export const toJson = (value: unknown): string => JSON.stringify(value);
