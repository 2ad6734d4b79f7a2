import { Form, Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import { When } from "#app/components/when.tsx";
import { MarkButton } from "./job-mark-form.tsx";
import type { SavedJobLine, SavedJobs } from "./read-saved-jobs.server.ts";

const BASE = "/applicant/saved-jobs";

/** A person's saved jobs with their notes; ended ones stay, marked. */
export function SavedJobList({ page }: { page: SavedJobs }) {
  const { order, lines, total } = page;
  if (total === 0) {
    return (
      <EmptyState
        action={<ButtonLink to="/jobs">Search jobs</ButtonLink>}
        title="You have not saved a job yet"
      >
        Save a job from the search or from its page, and it stands here with its closing date.
      </EmptyState>
    );
  }
  return (
    <>
      <LinkTabs
        items={[
          { to: BASE, label: "By closing date", current: order === "closing" },
          { to: `${BASE}?sort=saved`, label: "Last saved first", current: order === "saved" },
        ]}
        label="Order"
      />
      <ul className="application-list">
        {lines.map((line) => (
          <li key={line.slug}>
            <SavedLine line={line} />
          </li>
        ))}
      </ul>
      <Pagination
        hrefFor={(number) =>
          `${BASE}?${new URLSearchParams({ sort: order, page: String(number) })}`
        }
        page={page.page}
        pageCount={page.pageCount}
      />
    </>
  );
}

function SavedLine({ line }: { line: SavedJobLine }) {
  const { slug, title, open, ended, expiresAt, applicationId } = line;
  return (
    <article className="application-line">
      <div className="application-line__head">
        <h2>
          <Link to={`/jobs/${slug}`}>{title}</Link>
        </h2>
        {open ? null : <Badge tone="warning">Not open</Badge>}
        {applicationId ? <Badge tone="success">Applied</Badge> : null}
      </div>
      <p>{line.employerName}</p>
      {ended ? <p>{ended}</p> : null}
      <p className="soft small">
        {open && expiresAt ? (
          <>
            Closes <When at={expiresAt} />
            {" · "}
          </>
        ) : null}
        Saved <When at={line.savedAt} />
      </p>
      {line.note ? <p className="written">{line.note}</p> : null}
      <Note line={line} />
      <div className="mark-buttons">
        {applicationId ? (
          <Link className="mark-button" to={`/applicant/applications/${applicationId}`}>
            See your application
          </Link>
        ) : null}
        {open && !applicationId ? (
          <Link className="mark-button" to={`/jobs/${slug}/apply`}>
            Apply<span className="visually-hidden"> for {title}</span>
          </Link>
        ) : null}
        <MarkButton className="mark-button" mark="unsave" slug={slug}>
          Remove<span className="visually-hidden"> {title}</span>
        </MarkButton>
      </div>
    </article>
  );
}

function Note({ line: { slug, title, note } }: { line: SavedJobLine }) {
  const id = `note-${slug}`;
  return (
    <Disclosure summary={note ? "Change your note" : "Add a note"}>
      <Form className="form" method="post" preventScrollReset>
        <input name="slug" type="hidden" value={slug} />
        <label htmlFor={id}>
          Note<span className="visually-hidden"> on {title}</span>
        </label>
        <textarea
          className="control"
          defaultValue={note}
          id={id}
          key={note}
          maxLength={1_000}
          name="note"
          rows={3}
        />
        <Button size="small" variant="secondary">
          Save note
        </Button>
      </Form>
    </Disclosure>
  );
}
