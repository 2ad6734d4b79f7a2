import { Form, Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { When } from "#app/components/when.tsx";
import type { HiddenLists } from "./hidden-lists.server.ts";
import { MarkButton } from "./job-mark-form.tsx";

/** What a person leaves out of their lists, and the way back for each. */
export function HiddenView({ lists }: { lists: HiddenLists }) {
  return (
    <>
      <section aria-labelledby="hidden-jobs" className="stack--tight">
        <h2 className="section-heading" id="hidden-jobs">
          Hidden jobs
        </h2>
        {lists.jobs.length === 0 ? <p className="soft">None.</p> : <HiddenJobs lists={lists} />}
      </section>
      <section aria-labelledby="muted-employers" className="stack--tight">
        <h2 className="section-heading" id="muted-employers">
          Muted employers
        </h2>
        {lists.employers.length === 0 ? (
          <p className="soft">None.</p>
        ) : (
          <ul className="mark-list">
            {lists.employers.map(({ id, slug, name }) => (
              <li key={id}>
                <Link to={`/employers/${slug}`}>{name}</Link>
                <Form method="post" preventScrollReset>
                  <input name="id" type="hidden" value={id} />
                  <Button name="intent" size="small" value="unmute-employer" variant="secondary">
                    Unmute<span className="visually-hidden"> {name}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Agencies muted={lists.agenciesMuted} />
    </>
  );
}

function HiddenJobs({ lists: { jobs, page, pageCount } }: { lists: HiddenLists }) {
  return (
    <>
      <ul className="mark-list">
        {jobs.map(({ slug, title, employerName, open, hiddenAt }) => (
          <li key={slug}>
            <span>
              <Link to={`/jobs/${slug}`}>{title}</Link>{" "}
              <span className="soft small">
                {employerName}, hidden <When at={hiddenAt} />
              </span>{" "}
              {open ? null : <Badge>Not open</Badge>}
            </span>
            <MarkButton
              className="button button--small button--secondary"
              mark="unhide"
              slug={slug}
            >
              Show again<span className="visually-hidden"> {title}</span>
            </MarkButton>
          </li>
        ))}
      </ul>
      <Pagination
        hrefFor={(number) => `/applicant/hidden?page=${number}`}
        page={page}
        pageCount={pageCount}
      />
    </>
  );
}

function Agencies({ muted }: { muted: boolean }) {
  return (
    <section aria-labelledby="agencies" className="stack--tight">
      <h2 className="section-heading" id="agencies">
        Staffing agencies
      </h2>
      <Form className="mark-agencies" method="post" preventScrollReset>
        <p>
          {muted
            ? "You muted all staffing agencies: their jobs are left out of your lists."
            : "Jobs of staffing agencies are shown."}
        </p>
        <Button
          name="intent"
          size="small"
          value={muted ? "unmute-kind" : "mute-kind"}
          variant="secondary"
        >
          {muted ? "Unmute staffing agencies" : "Mute all staffing agencies"}
        </Button>
      </Form>
    </section>
  );
}
