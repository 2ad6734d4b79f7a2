/**
 * A walk through the pages of one search. Page links carry it, so that jobs published since the first page neither push
 * others onto a later page nor appear among them, and jobs closed since then pull none past the reader.
 */
export interface JobWalk {
  /** Newest publication when the walk began, in ms since 1970: what is newer is left out. */
  asOf: number;
  /** The page one comes from; null when not known. */
  from: WalkedFrom | null;
}

interface WalkedFrom {
  page: number;
  /** How many jobs it listed: fewer than fit only on the last. */
  listed: number;
  /** Whose order it was in. */
  order: WalkOrder;
  /** The beginnings of the ids of its last jobs, last first. */
  tails: string[];
}

/** The engine and Postgres put jobs that answer words in an order of their own; any other order is the same in both. */
export type WalkOrder = "same" | "engine" | "postgres";

const ORDER_MARKS = { same: "", engine: "e", postgres: "p" } as const;

const TAILS = 4;
const TAIL_LENGTH = 8;

/** Reads a walk from a URL; null without one, or for one that makes no sense. */
export function parseJobWalk(params: URLSearchParams): JobWalk | null {
  const asOf = params.get("asOf") ?? "";
  if (!/^\d{12,14}$/.test(asOf)) return null;
  return { asOf: Number(asOf), from: parseFrom(params.get("from") ?? "") };
}

function parseFrom(text: string): WalkedFrom | null {
  const from = /^(\d{1,5})\.(\d{1,2})([ep]?)((?:-[0-9a-f]{8}){1,4})$/.exec(text);
  const [, page = "", listed = "", mark = "", tails = ""] = from ?? [];
  if (!from || Number(page) === 0 || Number(listed) === 0) return null;
  return {
    page: Number(page),
    listed: Number(listed),
    order: mark === "e" ? "engine" : mark === "p" ? "postgres" : "same",
    tails: tails.slice(1).split("-"),
  };
}

/** What a page link carries of a walk, without "&" before it. */
export function jobWalkParams({ asOf, from }: JobWalk): string {
  if (!from) return `asOf=${asOf}`;
  const { page, listed, order, tails } = from;
  return `asOf=${asOf}&from=${[`${page}.${listed}${ORDER_MARKS[order]}`, ...tails].join("-")}`;
}

/** The walk as it goes on from a page that lists `ids`. */
export const walkOn = (
  asOf: number,
  { page, ids, order }: { page: number; ids: readonly string[]; order: WalkOrder },
): JobWalk => ({
  asOf,
  from:
    ids.length > 0
      ? {
          page,
          listed: ids.length,
          order,
          tails: ids
            .slice(-TAILS)
            .reverse()
            .map((id) => id.slice(0, TAIL_LENGTH)),
        }
      : null,
});
