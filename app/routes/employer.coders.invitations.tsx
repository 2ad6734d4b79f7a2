import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { When } from "#app/components/when.tsx";
import {
  readSentInvitations,
  type SentInvitation,
} from "#app/features/coders/read-sent-invitations.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";

export const meta: MetaFunction = () => [{ title: "Invitations you sent · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const { employerId } = membership;
  const page = pageParam(new URL(request.url).searchParams);
  return await readSentInvitations(context.deps, { employerId, viewerId: userId, page });
});

export default function SentInvitations() {
  const { lines, page, pageCount } = useLoaderData<typeof loader>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/employer/coders", label: "Find coders" }}
        lede="Whom your team invited to apply, and what came of it."
        title="Invitations you sent"
      />
      {lines.length === 0 ? (
        <EmptyState
          action={<ButtonLink to="/employer/coders">Find coders</ButtonLink>}
          title="Nobody is invited yet"
        >
          Open a coder&rsquo;s profile and choose the job you invite them to.
        </EmptyState>
      ) : (
        <ul className="application-list">
          {lines.map((line) => (
            <li key={line.id}>
              <Invitation line={line} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        hrefFor={(number) => `/employer/coders/invitations?page=${number}`}
        page={page}
        pageCount={pageCount}
      />
    </div>
  );
}

function Invitation({ line }: { line: SentInvitation }) {
  const { coder, coderHref, job, standing, applicationId } = line;
  return (
    <article className="application-line">
      <div className="application-line__head">
        <h2>{coderHref ? <Link to={coderHref}>{coder}</Link> : coder}</h2>
      </div>
      <p>
        To <Link to={`/employer/jobs/${job.id}`}>{job.title}</Link>
      </p>
      <p>
        {applicationId ? (
          <Link to={`/employer/applications/${applicationId}`}>{standing}</Link>
        ) : (
          standing
        )}
      </p>
      <p className="soft small">
        {line.invitedBy} invited them <When at={line.at} />
      </p>
    </article>
  );
}
