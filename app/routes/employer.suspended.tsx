import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EVEN_SUSPENDED, requireMember } from "#app/auth/guards.server.ts";
import { Facts } from "#app/components/facts.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { handled } from "#app/web/handled.server.ts";
import { findEmployerStanding } from "#db/queries/employers.ts";

export const meta: MetaFunction = () => [{ title: "Suspended employer · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { membership, memberships } = await requireMember(
    { request, context },
    undefined,
    EVEN_SUSPENDED,
  );
  const { db, operator } = context.deps;
  const standing = await findEmployerStanding(db, membership.employerId);
  if (!standing?.suspendedAt) throw redirect("/employer");
  return {
    employerName: membership.employerName,
    owner: membership.role === "owner",
    others: memberships > 1,
    since: standing.suspendedAt.toISOString(),
    reason: standing.suspendedReason ?? "",
    operator,
  };
});

export default function SuspendedEmployer() {
  const { employerName, owner, others, since, reason, operator } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader
        lede="The board has taken this employer out of view. Nothing of yours is lost."
        title={`${employerName} is suspended`}
      />
      <Facts
        items={[
          { term: "Since", detail: <When at={since} kind="date" /> },
          { term: "Reason given", detail: reason },
        ]}
      />
      <section aria-labelledby="means" className="stack--tight">
        <h2 id="means">What that means</h2>
        <ul className="plain-list">
          <li>Your jobs and your page are out of view, and nobody can apply.</li>
          <li>
            Nobody in the team can read applications, messages or profiles, move anyone or write to
            anyone.
          </li>
          <li>Your applicants read on their own pages that their applications stand still.</li>
          <li>When the suspension is lifted, everything is where you left it.</li>
        </ul>
      </section>
      <section aria-labelledby="write" className="stack--tight">
        <h2 id="write">Whom to write to</h2>
        {owner ? null : <p>Ask an owner of the team first: they know most about it.</p>}
        <p>
          If this is a mistake, or you have set right what was wrong, tell the board. Name the
          employer, and answer the reason given.
        </p>
        <Facts
          items={[
            {
              term: "Email",
              detail: operator.email ? (
                <a href={`mailto:${operator.email}`}>{operator.email}</a>
              ) : null,
            },
            { term: "Letter", detail: operator.postalAddress },
          ]}
        />
      </section>
      <section aria-labelledby="still" className="stack--tight">
        <h2 id="still">What you can still do</h2>
        <ul className="plain-list">
          {others ? (
            <li>
              <Link to="/employer/switch">Act for another of your employers</Link>
            </li>
          ) : null}
          <li>
            <Link to="/employer/settings">
              {owner ? "See and change your employer page" : "See your employer page"}
            </Link>
          </li>
          <li>
            <Link to="/employer/members">See your team</Link>, or{" "}
            <Link to="/employer/members/leave">leave it</Link>
          </li>
        </ul>
      </section>
    </div>
  );
}
