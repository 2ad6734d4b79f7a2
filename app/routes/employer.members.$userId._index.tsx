import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { EVEN_SUSPENDED, requireMember } from "#app/auth/guards.server.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/field-choices.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { MEMBER_ROLES } from "#app/domain/member-roles.ts";
import { changeRole } from "#app/features/team/change-role.server.ts";
import { roleForm } from "#app/features/team/team.form.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { requireSameEmployer } from "#app/web/same-employer.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { findMember } from "#db/queries/team.ts";

export const meta: MetaFunction = () => [{ title: "Change a member · CareerCenter" }];

export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { userId, membership } = await requireMember(
    { request, context },
    ["owner"],
    EVEN_SUSPENDED,
  );
  const { employerId } = membership;
  const member = await findMember(context.deps.db, employerId, uuidParam(params.userId));
  if (!member) throw notFound();
  return { employerId, member, isYou: member.userId === userId };
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
  if (!(await findMember(context.deps.db, actor.employerId, memberId))) throw notFound();
  const parsed = parseForm(roleForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  try {
    await changeRole(context.deps, { actor, memberId, ...parsed.value });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/employer/members?done=role", 303);
});

export default function ChangeMember() {
  const { employerId, member, isYou } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const here = `/employer/members/${member.userId}`;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/employer/members", label: "Team" }}
        lede={isYou ? `${member.email}. This is you.` : member.email}
        title={member.name}
      />
      <Form className="form" key={member.role} method="post">
        <FormSummary form={form} />
        <input name="employerId" type="hidden" value={employerId} />
        <input name="seenRole" type="hidden" value={member.role} />
        <RadioGroup
          defaultValue={member.role}
          form={form}
          legend="Role"
          name="role"
          options={MEMBER_ROLES}
        />
        <div className="form-actions">
          <Button name="intent" value="change-role">
            Save the role
          </Button>
        </div>
      </Form>
      {isYou ? (
        <section className="stack stack--tight">
          <div className="section-heading">
            <h2>Leave the team</h2>
          </div>
          <ButtonLink to="/employer/members/leave" variant="danger">
            Leave this team
          </ButtonLink>
        </section>
      ) : (
        <section className="stack stack--tight">
          <div className="section-heading">
            <h2>Hand over or remove</h2>
          </div>
          <div className="cluster">
            <ButtonLink to={`${here}/transfer`} variant="secondary">
              Hand the ownership over
            </ButtonLink>
            <ButtonLink to={`${here}/remove`} variant="danger">
              Remove from the team
            </ButtonLink>
          </div>
        </section>
      )}
    </div>
  );
}
