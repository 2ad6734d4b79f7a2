import { Form, Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Facts } from "#app/components/facts.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { EmployerDecisions } from "./employer-decisions.tsx";
import type { BoardEmployer } from "./read-employer.server.ts";

/** An employer, what speaks for it, and what can be decided over it. */
export function EmployerForBoard({
  employer,
  answer,
}: {
  employer: BoardEmployer;
  answer: { intent: string; form: FormState } | undefined;
}) {
  const plain = answer?.intent === "verify" || answer?.intent === "lift" ? answer.form : null;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/admin/employers", label: "Employers" }}
        lede={<Link to={`/employers/${employer.slug}`}>Its public page</Link>}
        title={employer.name}
      />
      <Standing employer={employer} />
      <FormSummary form={plain} />
      <Facts
        items={[
          { term: "Kind", detail: employer.kind },
          {
            term: "Site",
            detail: employer.website ? (
              <a href={employer.website} rel="noreferrer nofollow">
                {employer.website}
              </a>
            ) : (
              "None given"
            ),
          },
          { term: "Place", detail: employer.place },
          { term: "Here since", detail: <When at={employer.createdAt} kind="datetime" /> },
          { term: "Open jobs", detail: String(employer.openJobs) },
          { term: "About", detail: employer.about.slice(0, 600) },
        ]}
      />
      <Members employer={employer} />
      <Jobs employer={employer} />
      {employer.suspendedAt ? (
        <Form method="post">
          <input name="version" type="hidden" value={employer.version} />
          <Button name="intent" value="lift">
            Lift the suspension
          </Button>
        </Form>
      ) : (
        <EmployerDecisions answer={answer} employer={employer} />
      )}
    </div>
  );
}

function Standing({ employer }: { employer: BoardEmployer }) {
  if (employer.suspendedAt) {
    return (
      <Notice title="Suspended" tone="warning">
        <When at={employer.suspendedAt} kind="datetime" />: {employer.suspendedReason}
      </Notice>
    );
  }
  if (employer.verifiedAt) {
    return (
      <Notice title="Verified" tone="info">
        <When at={employer.verifiedAt} kind="datetime" />
      </Notice>
    );
  }
  return employer.refusedAt ? (
    <Notice title="Not verified" tone="warning">
      <When at={employer.refusedAt} kind="datetime" />: {employer.refusal}
    </Notice>
  ) : null;
}

function Members({ employer }: { employer: BoardEmployer }) {
  return (
    <section aria-labelledby="employer-members">
      <h2 id="employer-members">Who acts for it</h2>
      <ul className="board-list">
        {employer.members.map((member) => (
          <li key={member.id}>
            <span>
              <Link to={`/admin/users/${member.id}`}>{member.name}</Link>, {member.role}
            </span>
            <span className="board-list__standing">
              {member.email}
              {member.ofSite ? <Badge tone="success">Address of its site</Badge> : null}
              {member.suspended ? <Badge tone="danger">Suspended</Badge> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Jobs({ employer }: { employer: BoardEmployer }) {
  return (
    <section aria-labelledby="employer-jobs">
      <h2 id="employer-jobs">Its jobs</h2>
      {employer.jobs.length === 0 ? (
        <p className="soft">None but drafts.</p>
      ) : (
        <ul className="board-list">
          {employer.jobs.map(({ id, title, status }) => (
            <li key={id}>
              <Link to={`/admin/jobs/${id}`}>{title || "Untitled job"}</Link>
              <span className="soft">{status}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
