import { findFamily } from "./code-families.ts";

/** Families with what took over from the retired ones among them: who looks for the old wants the new. */
export const withSuccessors = (ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => [id, findFamily(id)?.successor ?? id])),
];
