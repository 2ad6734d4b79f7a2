import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { IndexList } from "#app/components/index-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import type { CodeTree } from "./code-tree.server.ts";

/** All code systems with their sections, or the families a filter finds, each with its open jobs. */
export function CodeTreeView({ tree }: { tree: CodeTree }) {
  return (
    <div className="page code-tree">
      <PageHeader
        lede="Jobs here ask for code families: named ranges in the systems coders work with. Open one to see what it covers and which jobs need it."
        title="Code families"
      />
      <Form action="/code-families" className="code-tree__filter" method="get" role="search">
        <label className="field__label" htmlFor="family-q">
          Find a family by code, range or word
        </label>
        <div className="home-search__row">
          <input
            autoComplete="off"
            className="control"
            defaultValue={tree.query}
            id="family-q"
            key={tree.query}
            maxLength={100}
            name="q"
            spellCheck={false}
            type="search"
          />
          <Button variant="secondary">Find families</Button>
        </div>
      </Form>
      {tree.found ? <Found tree={tree} /> : <Systems tree={tree} />}
    </div>
  );
}

function Found({ tree: { query, found } }: { tree: CodeTree }) {
  if (!found || found.length === 0) {
    return (
      <EmptyState
        action={<Link to="/code-families">Show all code systems</Link>}
        title={`No code family holds “${query}”`}
      >
        <p>Try a code number, a range, or the body system or service it stands for.</p>
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="found-title">
      <div className="section-heading">
        <h2 id="found-title">
          {found.length === 1 ? "1 family" : `${found.length} families`} for “{query}”
        </h2>
        <Link to="/code-families">Show all code systems</Link>
      </div>
      <ul className="found-entries">
        {found.map((entry) => (
          <li key={entry.to}>
            <IndexList entries={[entry]} />
            <p className="found-entries__path">{entry.path}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Systems({ tree }: { tree: CodeTree }) {
  return (
    <>
      <nav aria-label="On this page" className="code-tree__contents">
        {tree.systems.map(({ id, label }) => (
          <a href={`#${id}`} key={id}>
            {label}
          </a>
        ))}
        <a href="#specialties">Specialties</a>
      </nav>
      {tree.systems.map(({ id, label, holds, jobs, sections }) => (
        <section aria-labelledby={id} className="code-tree__system" data-system={id} key={id}>
          <div className="section-heading">
            <h2 id={id}>
              <Link className="code-tree__name" to={`/code-families/${id}`}>
                {label}
              </Link>
            </h2>
            <span className="soft small">
              <span className="figure">{jobs.toLocaleString("en-US")}</span>
              {jobs === 1 ? " open job" : " open jobs"}
            </span>
          </div>
          <p className="soft small">Numbers for {holds}.</p>
          <IndexList columns entries={sections} />
        </section>
      ))}
      <section aria-labelledby="specialties">
        <div className="section-heading">
          <h2 id="specialties">Specialties</h2>
        </div>
        <IndexList columns entries={tree.specialties} />
      </section>
    </>
  );
}
