import { Form, Link, useNavigate, useNavigation } from "@remix-run/react";
import { Icon } from "#app/components/icon.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import type { Suggestion } from "#app/domain/query-understanding/suggestion.ts";
import { FilterPanel } from "./filter-panel.tsx";
import { Interpretation } from "./interpretation.tsx";
import { JobList, type RowExtras } from "./job-list.tsx";
import { PageNotes } from "./page-notes.tsx";
import { SearchBox } from "./search-box.tsx";
import type { SearchPage } from "./search-page.server.ts";
import { useLiveSearch } from "./use-live-search.ts";

/** The search page: one GET form, its results, and every way to narrow or widen them as links. */
export function SearchView({ page, rows }: { page: SearchPage; rows?: RowExtras | undefined }) {
  const { form, onChange, onSubmit, choose, cancel } = useLiveSearch(page.search);
  const navigate = useNavigate();
  const onChoose = ({ filter, rest, href }: Suggestion) => {
    if (filter) return choose(filter, rest);
    cancel();
    navigate(href);
  };
  const busy = useNavigation().state === "loading";
  return (
    <Form
      method="get"
      action="/jobs"
      // The address says what is chosen; a browser's memory of the form must not say otherwise.
      autoComplete="off"
      ref={form}
      onChange={onChange}
      onSubmit={onSubmit}
      className="search-page"
      role="search"
      aria-label="Jobs"
    >
      <SearchHead page={page} onChoose={onChoose} />
      <details className="filters">
        <summary className="button button--secondary">
          <Icon name="sliders" /> Filters{page.chips.length > 0 ? ` (${page.chips.length})` : ""}
        </summary>
        <FilterPanel page={page} />
      </details>
      <section aria-busy={busy} aria-labelledby="results-title" className="results">
        <h2 className="visually-hidden" id="results-title">
          Results
        </h2>
        <Results page={page} rows={rows} />
      </section>
    </Form>
  );
}

function SearchHead({
  page: { search },
  onChoose,
}: {
  page: SearchPage;
  onChoose: (suggestion: Suggestion) => void;
}) {
  return (
    <div className="search-page__head">
      <h1>Find a coding job</h1>
      <div className="search-line">
        <SearchBox
          label="Words, a code or a range"
          onChoose={onChoose}
          placeholder="Words, a code (93590) or a range (92920-92944)"
          q={search.q}
        />
        <button type="submit" className="button button--primary">
          Search
        </button>
      </div>
      {search.asWords.map((stretch) => (
        <input key={stretch} type="hidden" name="asWords" value={stretch} />
      ))}
      {search.withHidden && <input type="hidden" name="hidden" value="show" />}
      {search.family.map((id) => (
        <input key={id} type="hidden" name="family" value={id} />
      ))}
    </div>
  );
}

function Results({ page, rows }: { page: SearchPage; rows: RowExtras | undefined }) {
  const { result, search } = page;
  return (
    <>
      {result.backend === "postgres" && (
        <Notice tone="info">
          Results are basic for the moment: our search engine does not answer, so spelling is not
          corrected. Every job is here.
        </Notice>
      )}
      {search.near !== null && result.interpreted.near === null && (
        <Notice tone="warning">
          We do not know “{search.near}” as a US city or ZIP code, so distance does not count here.
        </Notice>
      )}
      <Interpretation page={page} />
      <div className="results__head">
        <p role="status" className="results__count">
          {countSentence(page)}
        </p>
        <label className="results__sort" hidden={result.total === 0}>
          <span>Sort by</span>
          <select className="control" name="sort" defaultValue={search.sort}>
            <option value="relevance">Best fit</option>
            <option value="newest">Newest</option>
            <option value="pay">Pay</option>
            <option value="distance">Distance</option>
          </select>
        </label>
      </div>
      {page.leftOut && (
        <p className="results__left-out soft small">
          {leftOutSentence(page.leftOut.count, search.withHidden)}{" "}
          <Link preventScrollReset to={page.leftOut.href}>
            {search.withHidden ? "Leave them out" : "Show"}
          </Link>
        </p>
      )}
      {page.chips.length > 0 && (
        <ul className="filter-chips" aria-label="Filters in force">
          {page.chips.map((chip) => (
            <li key={chip.href}>
              <Link to={chip.href} className="filter-chip" preventScrollReset>
                {chip.label} <Icon name="x" />
                <span className="visually-hidden">, remove</span>
              </Link>
            </li>
          ))}
          <li>
            <Link to={page.clearHref}>Clear all</Link>
          </li>
        </ul>
      )}
      <PageNotes page={page} />
      {result.hits.length > 0 ? (
        <JobList jobs={result.hits} extras={rows} />
      ) : (
        <NothingFound page={page} />
      )}
      <Pagination
        page={result.page}
        pageCount={result.pageCount}
        hrefFor={(number) => (number === 1 ? page.firstPageHref : `${page.pageHref}${number}`)}
      />
    </>
  );
}

function leftOutSentence(count: number, isShown: boolean): string {
  const jobs = count === 1 ? "1 hidden job" : `${count.toLocaleString("en-US")} hidden jobs`;
  return isShown ? `${jobs} shown.` : `${jobs} not shown.`;
}

function countSentence({ result }: SearchPage): string {
  if (result.total === 0) return "No jobs match this search.";
  const count = result.total.toLocaleString("en-US");
  if (result.total <= result.pageSize) return result.total === 1 ? "1 job" : `${count} jobs`;
  const from = result.offset + 1;
  const to = Math.min(result.total, from + result.hits.length - 1);
  return `${from.toLocaleString("en-US")}–${to.toLocaleString("en-US")} of ${count} jobs`;
}

function NothingFound({ page: { wider, search, read } }: { page: SearchPage }) {
  // What was understood is not misspelled.
  const misspelled = search.q !== "" && read.length === 0;
  return (
    <div className="nothing-found">
      <h3>Nothing matches all of that</h3>
      {wider.length > 0 ? (
        <>
          <p>The nearest wider {wider.length === 1 ? "search" : "searches"}:</p>
          <ul>
            {wider.map(({ label, href, total }) => (
              <li key={href}>
                <Link to={href}>{label}</Link>{" "}
                <span className="soft">
                  {total === 1 ? "1 job" : `${total.toLocaleString("en-US")} jobs`}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {misspelled ? `Check the spelling of “${search.q}”, or look` : "Look"} through{" "}
          <Link to="/jobs">every job</Link>.
        </p>
      )}
    </div>
  );
}
