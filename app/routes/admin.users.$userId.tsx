import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { Facts } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { suspension } from "#app/features/admin/decision.form.ts";
import { KINDS } from "#app/features/admin/kind-words.ts";
import { answerDecision } from "#app/features/admin/read-decision.server.ts";
import { ReasonForm } from "#app/features/admin/reason-form.tsx";
import { liftSuspension, suspendUser } from "#app/features/admin/suspend-user.server.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { countJobsThatGo, findUserForBoard } from "#db/queries/board-users.ts";

export const meta: MetaFunction = () => [{ title: "A person · CareerCenter" }];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const userId = uuidParam(params.userId);
  const { db } = context.deps;
  const [user, jobs] = await Promise.all([
    findUserForBoard(db, userId),
    countJobsThatGo(db, userId),
  ]);
  if (!user) throw notFound();
  const { createdAt, emailVerifiedAt, suspendedAt, kind, ...rest } = user;
  return {
    jobs,
    user: {
      ...rest,
      kind,
      kindWords: KINDS[kind],
      createdAt: createdAt.toISOString(),
      confirmed: emailVerifiedAt !== null,
      suspendedAt: suspendedAt?.toISOString() ?? null,
    },
  };
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const { userId: adminId } = await requireAdmin({ request, context });
  const userId = uuidParam(params.userId);
  const { deps } = context;
  if (!(await findUserForBoard(deps.db, userId))) throw notFound();
  const form = await readForm(request);
  if (form.get("intent") === "lift") await liftSuspension(deps, { adminId, userId });
  if (form.get("intent") === "suspend") {
    const refusal = await answerDecision(form, suspension, ({ reason }) =>
      suspendUser(deps, { adminId, userId, reason }),
    );
    if (refusal) return refusal;
  }
  return redirect(`/admin/users/${userId}`, 303);
});

export default function Person() {
  const { user, jobs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/admin/users", label: "People" }}
        lede={<Link to={`/admin/audit?actor=${user.id}`}>What the log says they did</Link>}
        title={user.name}
      />
      {user.suspendedAt ? (
        <Notice title="Suspended" tone="warning">
          <When at={user.suspendedAt} kind="datetime" />
          {user.suspendedReason ? `: ${user.suspendedReason}` : ""}
        </Notice>
      ) : null}
      <Facts
        items={[
          { term: "Email", detail: user.email },
          { term: "Address confirmed", detail: user.confirmed ? "Yes" : "No" },
          { term: "Kind", detail: user.kindWords },
          { term: "Account since", detail: <When at={user.createdAt} kind="datetime" /> },
          { term: "Devices logged in", detail: String(user.sessions ?? 0) },
          {
            term: "Applications",
            detail: user.kind === "applicant" ? String(user.applications ?? 0) : "",
          },
          {
            term: "Employers",
            detail:
              user.memberships.length > 0 &&
              user.memberships.map(({ id, name, role }) => (
                <div key={id}>
                  <Link to={`/admin/employers/${id}`}>{name}</Link>, {role}
                </div>
              )),
          },
        ]}
      />
      {user.suspendedAt ? (
        <Form method="post">
          <Button name="intent" value="lift">
            Lift the suspension
          </Button>
        </Form>
      ) : user.kind === "admin" ? (
        <p className="soft">Administrators are made and ended by a command on the server.</p>
      ) : (
        <ReasonForm
          answer={answer}
          button="Suspend this person"
          danger
          hint="They read it when they try to log in."
          intent="suspend"
          title="Suspend"
          version={null}
        >
          <ul className="consequences">
            <li>They are logged out everywhere at once and cannot log in.</li>
            <li>
              {jobs === 0
                ? "No public job is theirs."
                : `${jobs === 1 ? "One public job leaves" : `${jobs.toLocaleString("en-US")} public jobs leave`} view at once: what they posted, and what employers post that they alone own.`}
            </li>
            <li>Lifting it brings everything back as it stands then.</li>
          </ul>
        </ReasonForm>
      )}
    </div>
  );
}
