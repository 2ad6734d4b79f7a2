const LAST_PAGE = 5_000;

/** The "page" parameter as a whole number from 1; anything else is the first page. */
export function pageNumber(params: URLSearchParams): number {
  const page = Number(params.get("page"));
  return Number.isInteger(page) && page >= 1 ? Math.min(page, LAST_PAGE) : 1;
}
