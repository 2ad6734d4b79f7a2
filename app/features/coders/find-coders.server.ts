import { anonymousTitle, coderCode } from "#app/domain/coder-visibility.ts";
import { credentialStanding } from "#app/domain/credential-words.ts";
import { monthWords } from "#app/domain/month-words.ts";
import { formatMonths } from "#app/domain/requirement.ts";
import {
  CODE_FAMILIES,
  type FamilySummary,
  lineage,
  summarizeFamily,
} from "#app/domain/taxonomy/code-families.ts";
import { type FamilySummaryWithPath, searchFamilies } from "#app/domain/taxonomy/family-search.ts";
import { STATE_NAMES } from "#app/domain/us-states.ts";
import { labelOf, WORK_MODES } from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { CoderLooker } from "#db/queries/coder-scope.ts";
import { countFoundCoders, listFoundCoders } from "#db/queries/coder-search.ts";
import type { CoderQuery } from "./coder-query.ts";

const PAGE_SIZE = 20;
const MOST = 1_000;
const FAMILIES_SHOWN = 6;
const FAMILIES_OFFERED = 12;

export interface CoderCard {
  publicId: string;
  /** A name, or what stands in its place. */
  title: string;
  /** Of an anonymous coder; null when the title is a name. */
  code: string | null;
  headline: string;
  place: string;
  workModes: string;
  available: string;
  families: { family: FamilySummary; note: string }[];
  moreFamilies: number;
  credentials: string[];
  invited: boolean;
}

export interface CoderSearchPage {
  query: CoderQuery;
  chosen: FamilySummary[];
  /** Families to choose from; null when none were looked up. */
  offered: FamilySummaryWithPath[] | null;
  coders: CoderCard[];
  total: number;
  /** True when there are more than `total`. */
  more: boolean;
  pageCount: number;
}

/** One page of the coders a member may see. A page too far is the last one; nothing is shown past the thousandth. */
export async function findCoders(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { query, ...looker }: CoderLooker & { query: CoderQuery },
): Promise<CoderSearchPage> {
  const { families, months: minMonths, credential, state, words } = query;
  const search = {
    families: families.map(withDescendants),
    minMonths,
    credential,
    state,
    words: words || null,
  };
  const counted = await countFoundCoders(db, { ...looker, search, most: MOST + 1 });
  const total = Math.min(counted, MOST);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  const window = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const rows = await listFoundCoders(db, { ...looker, search, ...window });
  const today = clock().toISOString().slice(0, 10);
  return {
    query: { ...query, page },
    chosen: families.flatMap((id) => summarizeFamily(id) ?? []),
    offered:
      query.find === ""
        ? null
        : searchFamilies(query.find, FAMILIES_OFFERED).filter(({ id }) => !families.includes(id)),
    coders: rows.map((row) => cardOf(row, today)),
    total,
    more: counted > MOST,
    pageCount,
  };
}

const withDescendants = (id: string): string[] =>
  CODE_FAMILIES.filter((family) => lineage(family.id).includes(id)).map((family) => family.id);

type Row = Awaited<ReturnType<typeof listFoundCoders>>[number];

function cardOf(row: Row, today: string): CoderCard {
  const { publicId, seesName, state, experience } = row;
  const months = Math.max(0, ...experience.map((one) => one.months));
  const stateName = state ? (STATE_NAMES[state] ?? state) : "";
  const known = experience.flatMap((one) => {
    const family = summarizeFamily(one.familyId);
    if (!family) return [];
    const used = one.lastUsedOn ? `, last used ${monthWords(one.lastUsedOn)}` : "";
    return [{ family, note: `${formatMonths(one.months)}${used}` }];
  });
  return {
    publicId,
    title: seesName ? row.name : anonymousTitle({ state, months }),
    code: seesName ? null : coderCode(publicId),
    headline: seesName ? row.headline : "",
    place: [seesName ? row.city : null, stateName].filter(Boolean).join(", "),
    workModes: row.workModes.map((mode) => labelOf(WORK_MODES, mode)).join(", "),
    available: seesName ? row.available : "",
    families: known.slice(0, FAMILIES_SHOWN),
    moreFamilies: Math.max(0, known.length - FAMILIES_SHOWN),
    credentials: row.credentials.map((one) => `${one.code} ${credentialStanding(one, today)}`),
    invited: Boolean(row.invited),
  };
}
