import type { Insertable, Selectable, Updateable } from "kysely";
import type { FamilyLevel } from "#app/domain/taxonomy/code-families.ts";
import type { CodeSystem } from "#app/domain/taxonomy/code-systems.ts";

export interface CodeFamiliesTable {
  id: string;
  system: CodeSystem;
  level: FamilyLevel;
  parentId: string | null;
  ancestorIds: string[];
  scheme: string;
  rangeStart: string;
  rangeEnd: string;
  label: string;
  popular: boolean;
  status: "active" | "retired";
  successorId: string | null;
}

export type CodeFamilyRow = Selectable<CodeFamiliesTable>;
export type NewCodeFamilyRow = Insertable<CodeFamiliesTable>;
export type CodeFamilyRowUpdate = Updateable<CodeFamiliesTable>;
