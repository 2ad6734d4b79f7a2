/**
 * A walk through the pages of one search. Page links carry it, so that jobs published since the first page neither push
 * others onto a later page nor appear among them, and jobs closed since then pull none past the reader.
 */
export interface JobWalk {
  /** Newest publication when the walk began, in ms since 1970: what is newer is left out. */
  asOf: number;
  /** The page one comes from, and the beginnings of the ids of its last jobs, last first; null when not known. */
  from: { page: number; tails: string[] } | null;
}

const TAILS = 4;
const TAIL_LENGTH = 8;

/** Reads a walk from a URL; null without one, or for one that makes no sense. */
export function parseJobWalk(params: URLSearchParams): JobWalk | null {
  const asOf = params.get("asOf") ?? "";
  if (!/^\d{12,14}$/.test(asOf)) return null;
  const from = /^(\d{1,5})((?:-[0-9a-f]{8}){1,4})$/.exec(params.get("from") ?? "");
  const [, page = "", tails = ""] = from ?? [];
  return {
    asOf: Number(asOf),
    from:
      from && Number(page) > 0 ? { page: Number(page), tails: tails.slice(1).split("-") } : null,
  };
}

/** What a page link carries of a walk, without "&" before it. */
export function jobWalkParams({ asOf, from }: JobWalk): string {
  const mark = from ? `&from=${[from.page, ...from.tails].join("-")}` : "";
  return `asOf=${asOf}${mark}`;
}

/** The walk as it goes on from a page that lists `ids`; from a page that is not full nothing comes after. */
export const walkOn = (
  asOf: number,
  { page, ids, pageSize }: { page: number; ids: readonly string[]; pageSize: number },
): JobWalk => ({
  asOf,
  from:
    ids.length === pageSize
      ? {
          page,
          tails: ids
            .slice(-TAILS)
            .reverse()
            .map((id) => id.slice(0, TAIL_LENGTH)),
        }
      : null,
});
