import { type FamilySummary, summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import { type FamilySummaryWithPath, searchFamilies } from "#app/domain/taxonomy/family-search.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import type { Db } from "#db/client.ts";
import { listPipelineChoices } from "#db/queries/pipeline.ts";

interface Choice {
  value: string;
  label: string;
}

/** What a job's applications can be narrowed by: only what occurs among them, and the families that matter to it. */
export interface FilterChoices {
  states: Choice[];
  credentials: Choice[];
  families: FamilySummary[];
  /** Families looked up; null when none were. */
  found: FamilySummaryWithPath[] | null;
}

const FOUND_SHOWN = 8;

export async function readFilterChoices(
  db: Db,
  {
    job,
    families,
    find,
  }: {
    job: { id: string; requirements: readonly { familyId: string }[] };
    /** Asked for already: they stay on offer. */
    families: readonly string[];
    /** Words, a code or a range; "" looks nothing up. */
    find: string;
  },
): Promise<FilterChoices> {
  const rows = await listPipelineChoices(db, job.id);
  const ids = new Set([...job.requirements.map(({ familyId }) => familyId), ...families]);
  const of = (kind: "state" | "credential") => rows.filter((row) => row.kind === kind);
  return {
    states: of("state").map(({ value, count }) => ({
      value,
      label: `${STATE_NAMES[value] ?? value} (${count})`,
    })),
    credentials: of("credential").map(({ value, count }) => ({
      value,
      label: `${value} (${count})`,
    })),
    families: [...ids].map(summarizeFamily).filter((family) => family !== null),
    found: find === "" ? null : searchFamilies(find, FOUND_SHOWN).filter((one) => !ids.has(one.id)),
  };
}
