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
import { transferOwnership } from "#app/features/team/transfer-ownership.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { requireSameEmployer } from "#app/web/same-employer.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findMember } from "#db/queries/team.ts";

export const meta: MetaFunction = () => [{ title: "Hand the ownership over · CareerCenter" }];

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
  if (memberId === userId) throw redirect("/employer/members");
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
    await transferOwnership(context.deps, { actor, memberId });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/employer/members?done=transferred", 303);
});

export default function HandOver() {
  const { employerId, employerName, member } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: `/employer/members/${member.userId}`, label: member.name }}
        title={`Hand ${employerName} over to ${member.name}`}
      />
      <ConfirmForm
        back={{ to: "/employer/members", label: "Keep it" }}
        confirm="Hand the ownership over"
        consequences={[
          `${member.name} becomes an owner and can do everything, removing you included.`,
          "You become a recruiter: you keep posting jobs and answering applications, and cannot manage the team or the employer page any more. Only an owner can undo this.",
          "Every owner is told by mail. Invitations you sent that nobody has answered end.",
        ]}
        employerId={employerId}
        form={form}
      />
    </div>
  );
}
