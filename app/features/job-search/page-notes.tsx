import { Link } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";
import type { SearchPage } from "./search-page.server.ts";

/** What is to know of this page among the pages of its search; nothing of most. */
export function PageNotes({ page: { result, search, firstPageHref } }: { page: SearchPage }) {
  const { newer, listed, total, page, pageCount, isReordered } = result;
  const isCut = listed < total && page === pageCount;
  const isPastLast = search.page > page && total > 0;
  return (
    <>
      {newer > 0 && (
        <p className="results__left-out soft small">
          {newer === 1 ? "1 new job" : `${counted(newer)} new jobs`} since you began to look.{" "}
          <Link to={firstPageHref}>Show from the first page</Link>
        </p>
      )}
      {isReordered && (
        <Notice tone="info">
          These jobs are in another order than on the page you come from, since our search engine
          went or came back meanwhile. You may see some again or miss some.{" "}
          <Link to={firstPageHref}>Start from the first page</Link>
        </Notice>
      )}
      {(isPastLast || isCut) && (
        <p className="results__left-out soft small" role="status">
          {isPastLast && `There is no page ${counted(search.page)}; this is the last one. `}
          {isCut &&
            `We list the ${counted(listed)} jobs that fit best. Add a filter or another word to see others.`}
        </p>
      )}
    </>
  );
}

const counted = (count: number): string => count.toLocaleString("en-US");
