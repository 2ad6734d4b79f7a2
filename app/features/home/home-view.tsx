import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Icon } from "#app/components/icon.tsx";
import { type IndexEntry, IndexList } from "#app/components/index-list.tsx";

const EXAMPLES = ["93590", "92920-92944", "I25.10", "J1885", "HCC 85", "DRG 247", "cath lab"];

export interface HomeIndex {
  totalJobs: number;
  families: IndexEntry[];
  specialties: IndexEntry[];
  systems: IndexEntry[];
}

/** The start page: search first, then the index of what there is, then the newest jobs. */
export function HomeView({
  index,
  newest,
  field,
}: {
  index: HomeIndex;
  newest: ReactNode;
  /** The search field; its id is "q". */
  field: ReactNode;
}) {
  return (
    <div className="page home">
      <section className="home__opening">
        <div className="home__search">
          <h1>Coding jobs, found by the codes you know</h1>
          <SearchForm field={field} />
          <Differences />
        </div>
        <nav aria-labelledby="home-families" className="home__families">
          <h2 id="home-families">Families asked for most</h2>
          <IndexList entries={index.families} />
          <p>
            <Link to="/code-families">All code families</Link>
          </p>
        </nav>
      </section>
      <section aria-labelledby="home-newest">
        <div className="section-heading">
          <h2 id="home-newest">Newest jobs</h2>
          {index.totalJobs > 0 ? (
            <Link to="/jobs?sort=newest">
              All {index.totalJobs.toLocaleString("en-US")} open jobs
            </Link>
          ) : null}
        </div>
        {newest ?? (
          <EmptyState title="No job is open at the moment">
            <p>New jobs show here as soon as an employer publishes one.</p>
          </EmptyState>
        )}
      </section>
      <section aria-labelledby="home-specialties">
        <div className="section-heading">
          <h2 id="home-specialties">Specialties</h2>
          <Link to="/code-families#specialties">All specialties</Link>
        </div>
        <IndexList columns entries={index.specialties} />
      </section>
      <section aria-labelledby="home-systems">
        <div className="section-heading">
          <h2 id="home-systems">Code systems</h2>
        </div>
        <IndexList columns entries={index.systems} />
      </section>
      <section aria-labelledby="home-employers" className="home__employers">
        <div>
          <h2 id="home-employers">Hiring coders?</h2>
          <p>
            Say which families the work needs and how long someone should have coded them. You read
            applications that answer that, line by line.
          </p>
        </div>
        <ButtonLink to="/employer/jobs/new" variant="secondary">
          Post a job
        </ButtonLink>
      </section>
    </div>
  );
}

function SearchForm({ field }: { field: ReactNode }) {
  return (
    <>
      <Form action="/jobs" className="home-search" method="get" role="search">
        <label className="field__label" htmlFor="q">
          Search by code, range or words
        </label>
        <div className="home-search__row">
          {field}
          <Button>
            <Icon name="search" />
            Search jobs
          </Button>
        </div>
      </Form>
      <p className="home-search__examples">
        For example{" "}
        {EXAMPLES.map((example) => (
          <Link key={example} to={`/jobs?q=${encodeURIComponent(example)}`}>
            {example.replace("-", "–")}
          </Link>
        ))}
      </p>
    </>
  );
}

function Differences() {
  return (
    <ul aria-label="What makes CareerCenter different" className="home__differences">
      <li>
        <strong>Every job names its code families.</strong> You see which ranges are a must, which
        are nice to have, and how long each should have been coded.
      </li>
      <li>
        <strong>Pay and states are never left out.</strong> A job states its pay with the period and
        where you may live, or it is not published.
      </li>
      <li>
        <strong>Employers answer by a date.</strong> You see when a job was last confirmed open, and
        every step your application takes.
      </li>
    </ul>
  );
}
