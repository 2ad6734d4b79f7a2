const FURTHEST = 100_000;

/** The page number of a list's address; anything that is none is the first. */
export function pageParam(params: URLSearchParams): number {
  const page = Number(params.get("page"));
  return Number.isInteger(page) && page > 0 && page < FURTHEST ? page : 1;
}
