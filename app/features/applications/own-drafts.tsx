import { Form, Link } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { When } from "#app/components/when.tsx";
import type { OwnApplications } from "./read-own-applications.server.ts";

/** Applications begun and not sent. */
export function OwnDrafts({ drafts }: { drafts: OwnApplications["drafts"] }) {
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="not-sent">
      <h2 className="section-heading" id="not-sent">
        Not sent yet
      </h2>
      <ul className="mark-list">
        {drafts.map(({ slug, title, employerName, expiresAt, keptAt }) => (
          <li key={slug}>
            <span>
              <Link to={`/jobs/${slug}`}>{title}</Link>{" "}
              <span className="soft small">
                {employerName}, closes <When at={expiresAt} />, kept{" "}
                <When at={keptAt} kind="relative" />
              </span>
            </span>
            <Form action={`/jobs/${slug}/apply/draft`} className="cluster" method="post">
              <input name="returnTo" type="hidden" value="/applicant/applications" />
              <ButtonLink size="small" to={`/jobs/${slug}/apply`}>
                Go on<span className="visually-hidden"> with {title}</span>
              </ButtonLink>
              <Button name="intent" size="small" value="discard" variant="quiet">
                Discard<span className="visually-hidden"> {title}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
