import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { EVEN_SUSPENDED, requireMember } from "#app/auth/guards.server.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { answerTeamForm } from "#app/features/team/answer-team-form.server.ts";
import { InvitationsSection, InviteSection } from "#app/features/team/invitations-section.tsx";
import { MemberList } from "#app/features/team/member-list.tsx";
import { readTeam } from "#app/features/team/read-team.server.ts";
import { TEAM_DONE } from "#app/features/team/team-done.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { requireSameEmployer } from "#app/web/same-employer.ts";

export const meta: MetaFunction = () => [{ title: "Team · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context }, undefined, EVEN_SUSPENDED);
  const { searchParams } = new URL(request.url);
  const team = await readTeam(context.deps, { viewer, page: pageParam(searchParams) });
  return { ...team, done: TEAM_DONE[searchParams.get("done") ?? ""] ?? null };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember(
    { request, context },
    ["owner"],
    EVEN_SUSPENDED,
  );
  const form = await readForm(request);
  requireSameEmployer(form, membership);
  const actor = { userId, employerId: membership.employerId };
  const answer = await answerTeamForm(context.deps, { actor, form });
  if ("done" in answer) return redirect(`/employer/members?done=${answer.done}`, 303);
  return data({ form: answer.form }, { status: answer.status });
});

export default function Team() {
  const { employerId, employerName, members, invitations, mayManage, page, pageCount, done } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--form">
      <PageHeader
        lede={
          mayManage
            ? "Who works here with you. A change counts from their next click on."
            : "Who works here with you. An owner can invite, change and remove members."
        }
        title={`Team of ${employerName}`}
      />
      {done && !form ? <Notice title={done} tone="success" /> : null}
      <MemberList mayManage={mayManage} members={members} />
      <Pagination
        hrefFor={(number) => `/employer/members?page=${number}`}
        page={page}
        pageCount={pageCount}
      />
      {mayManage && members.length === 1 && page === 1 ? (
        <p className="soft">
          You are alone here so far. Invite a recruiter to share the work, or a viewer such as a
          coding manager to read along.
        </p>
      ) : null}
      {mayManage ? (
        <>
          <InviteSection employerId={employerId} form={form} key={done ?? ""} />
          <InvitationsSection employerId={employerId} invitations={invitations} />
        </>
      ) : null}
      <p className="soft">
        Hiring for another organization too?{" "}
        <Link to="/employer/new">Create another employer page</Link>. No longer part of this one?{" "}
        <Link to="/employer/members/leave">Leave this team</Link>.
      </p>
    </div>
  );
}
