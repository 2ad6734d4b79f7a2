import { Link } from "@remix-run/react";

/** The pages shown around the current one: first, last, and two to each side; null is a gap. */
export function pagesShown(page: number, pageCount: number): (number | null)[] {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, pageCount];
  const pages = [...new Set(near)].filter((one) => one >= 1 && one <= pageCount);
  return pages.flatMap((one, index) => {
    const before = pages[index - 1];
    return before !== undefined && one - before > 1 ? [null, one] : [one];
  });
}

/** Links to the pages of a list; nothing when there is one page. */
export function Pagination({
  page,
  pageCount,
  hrefFor,
}: {
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
}) {
  if (pageCount <= 1) return null;
  return (
    <nav aria-label="Pages">
      <ul className="pagination">
        {page > 1 ? (
          <li>
            <Link rel="prev" to={hrefFor(page - 1)}>
              Previous
            </Link>
          </li>
        ) : null}
        {pagesShown(page, pageCount).map((one, index, all) =>
          one === null ? (
            <li aria-hidden="true" key={`gap after ${all[index - 1]}`}>
              <span>…</span>
            </li>
          ) : (
            <li key={one}>
              <Link
                aria-current={one === page ? "page" : undefined}
                aria-label={`Page ${one}`}
                className="figure"
                to={hrefFor(one)}
              >
                {one}
              </Link>
            </li>
          ),
        )}
        {page < pageCount ? (
          <li>
            <Link rel="next" to={hrefFor(page + 1)}>
              Next
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
