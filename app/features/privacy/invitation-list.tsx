import { Form, Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { When } from "#app/components/when.tsx";
import type { InvitationLine } from "./read-invitations.server.ts";

/** A person's invitations to apply, each with what can be done about it. */
export function InvitationList({ lines }: { lines: readonly InvitationLine[] }) {
  return (
    <ul className="application-list">
      {lines.map((line) => (
        <li key={line.id}>
          <Invitation line={line} />
        </li>
      ))}
    </ul>
  );
}

function Invitation({ line }: { line: InvitationLine }) {
  const { title, slug, employerName, employerSlug, status, open, message, at } = line;
  return (
    <article className="application-line">
      <div className="application-line__head">
        <h2>
          <Link to={`/jobs/${slug}`}>{title}</Link>
        </h2>
        {open ? null : <Badge tone="warning">Not open</Badge>}
        {line.applicationId ? <Badge tone="success">Applied</Badge> : null}
        {status === "declined" && !line.applicationId ? <Badge>Declined</Badge> : null}
        {status === "accepted" && !line.applicationId ? (
          <Badge tone="accent">Accepted</Badge>
        ) : null}
      </div>
      <p>
        <Link to={`/employers/${employerSlug}`}>{employerName}</Link>{" "}
        <span className="soft small">
          invited you <When at={at} />
        </span>
      </p>
      {message ? <p className="written">{message}</p> : null}
      <Answer line={line} />
    </article>
  );
}

function Answer({
  line: { id, title, slug, status, open, applicationId },
}: {
  line: InvitationLine;
}) {
  if (applicationId) {
    return <Link to={`/applicant/applications/${applicationId}`}>See your application</Link>;
  }
  if (!open) return null;
  if (status === "accepted") {
    return (
      <Link to={`/jobs/${slug}/apply`}>
        Go on to apply<span className="visually-hidden"> for {title}</span>
      </Link>
    );
  }
  return (
    <Form className="cluster" method="post" preventScrollReset>
      <input name="id" type="hidden" value={id} />
      <Button name="intent" size="small" value="accept">
        Accept and apply<span className="visually-hidden"> for {title}</span>
      </Button>
      {status === "pending" ? (
        <Button name="intent" size="small" value="decline" variant="secondary">
          Decline<span className="visually-hidden"> {title}</span>
        </Button>
      ) : null}
    </Form>
  );
}
