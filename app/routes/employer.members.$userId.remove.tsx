import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EVEN_SUSPENDED, requireMember } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { ConfirmForm } from "#app/features/team/confirm-form.tsx";
import { removeMember } from "#app/features/team/remove-member.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { requireSameEmployer } from "#app/web/same-employer.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findMember } from "#db/queries/team.ts";

export const meta: MetaFunction = () => [{ title: "Remove a member · CareerCenter" }];

export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { userId, membership } = await requireMember(
    { request, context },
    ["owner"],
    EVEN_SUSPENDED,
  );
  const { employerId, employerName } = membership;
  const memberId = uuidParam(params.userId);
  const member = await findMember(context.deps.db, employerId, memberId);
  if (!member) throw notFound();
  if (memberId === userId) throw redirect("/employer/members/leave");
  return { employerId, employerName, member };
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember(
    { request, context },
    ["owner"],
    EVEN_SUSPENDED,
  );
  const memberId = uuidParam(params.userId);
  const form = await readForm(request);
  requireSameEmployer(form, membership);
  const actor = { userId, employerId: membership.employerId };
  try {
    await removeMember(context.deps, { actor, memberId });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/employer/members?done=removed", 303);
});

export default function RemoveMember() {
  const { employerId, employerName, member } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: `/employer/members/${member.userId}`, label: member.name }}
        title={`Remove ${member.name} from the team`}
      />
      <ConfirmForm
        back={{ to: "/employer/members", label: "Keep them" }}
        confirm="Remove from the team"
        consequences={[
          `From their next click on, ${member.name} cannot see the jobs and applications of ${employerName}.`,
          "Jobs they posted and notes they wrote stay. Invitations they sent that nobody has answered end.",
          "We tell them by mail. You can invite them again at any time.",
        ]}
        employerId={employerId}
        form={form}
      />
    </div>
  );
}
