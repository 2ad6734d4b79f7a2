import { suggest } from "#app/domain/query-understanding/suggest.ts";
import type { SuggestionGroup } from "#app/domain/query-understanding/suggestion.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { citiesByStart } from "./find-near.server.ts";
import { hiringEmployers } from "./known-names.server.ts";

/** What a half-typed line may be meant as; answered from memory. */
export async function suggestions(
  { db }: Pick<Deps, "db">,
  line: string,
): Promise<SuggestionGroup[]> {
  if (line.trim().length < 2) return [];
  const [cities, employers] = await Promise.all([citiesByStart(), hiringEmployers(db)]);
  return suggest(line, { cities, employers });
}
