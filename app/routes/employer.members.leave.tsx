import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EVEN_SUSPENDED, requireMember } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { leavesNoOwner } from "#app/domain/policies/team.ts";
import { ConfirmForm } from "#app/features/team/confirm-form.tsx";
import { leaveTeam } from "#app/features/team/remove-member.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { requireSameEmployer } from "#app/web/same-employer.ts";
import { listOwners } from "#db/queries/team.ts";

export const meta: MetaFunction = () => [{ title: "Leave the team · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, undefined, EVEN_SUSPENDED);
  const { employerId, employerName, role } = membership;
  const owners = (await listOwners(context.deps.db, employerId)).length;
  return { employerId, employerName, mayLeave: !leavesNoOwner({ from: role, to: null, owners }) };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember(
    { request, context },
    undefined,
    EVEN_SUSPENDED,
  );
  const form = await readForm(request);
  if (form.get("intent") !== "confirm") return redirect("/employer/members/leave", 303);
  requireSameEmployer(form, membership);
  const { employerId } = membership;
  try {
    await leaveTeam(context.deps, { actor: { userId, employerId } });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/employer/switch?left", 303);
});

export default function LeaveTeam() {
  const { employerId, employerName, mayLeave } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/employer/members", label: "Team" }}
        title={`Leave the team of ${employerName}`}
      />
      {mayLeave ? (
        <ConfirmForm
          back={{ to: "/employer/members", label: "Stay" }}
          confirm="Leave the team"
          consequences={[
            `From your next click on, you cannot see the jobs and applications of ${employerName}.`,
            "Jobs you posted and notes you wrote stay there. Your account stays as it is.",
            "Only an owner can invite you back.",
          ]}
          employerId={employerId}
          form={form}
        />
      ) : (
        <>
          <p>
            You are the only owner, and an employer always has one. Hand the ownership over or make
            another member an owner first.
          </p>
          <ButtonLink to="/employer/members">See the team</ButtonLink>
        </>
      )}
    </div>
  );
}
