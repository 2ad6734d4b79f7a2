import { describeMiles } from "#app/domain/job-place.ts";
import type { JobQuery } from "#app/domain/job-query.ts";
import { FACETS, type JobHit } from "#app/domain/job-search.ts";
import { summarizeFamily } from "#app/domain/taxonomy/code-families.ts";
import { withSuccessors } from "#app/domain/taxonomy/successors.ts";
import { facetLabel } from "#app/features/job-search/facet-view.ts";
import { labelOfTerm } from "./words-of-search.ts";

const MOST = 8;

/**
 * What of a search a job answers, in a few words each, the codes first. `held` are its facet values ("state:TX") and
 * required families ("requires:…"); `place` is what the search was taken to be near.
 */
export function whyMatched(
  { search, covering, asked, words }: Pick<JobQuery, "search" | "covering" | "asked" | "words">,
  { hit, held, place }: { hit: JobHit; held: ReadonlySet<string>; place: string | null },
): string[] {
  const coded = covering.flat().flatMap((family) => {
    const found = held.has(`requires:${family}`) ? summarizeFamily(family) : null;
    return found ? [`${found.label} (${found.range})`] : [];
  });
  const chosen = FACETS.flatMap((facet) =>
    (facet === "family" ? withSuccessors(search.family) : search[facet])
      .filter((value) => held.has(`${facet}:${value}`))
      .map((value) => facetLabel(facet, value)),
  );
  const reasons = [
    ...coded,
    ...chosen,
    ...asked.flatMap((terms) => terms.filter((term) => held.has(term)).map(labelOfTerm)),
    words.length > 0 && `says “${words.join(" ")}” or the same in other words`,
    place && hit.distance !== null && `${describeMiles(hit.distance)} from ${place}`,
    search.payMin !== null && `pays $${search.payMin} an hour or more`,
    search.postedWithin !== null && `posted within ${search.postedWithin} days`,
    search.apprentice && "accepts apprentices",
  ].filter((one) => typeof one === "string");
  return [...new Set(reasons)].slice(0, MOST);
}
