import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireEmployerAccount } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { EmployerChoice } from "#app/features/team/employer-choice.tsx";
import { switchForm } from "#app/features/team/team.form.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { safePath } from "#app/web/safe-redirect.ts";
import { pointSession } from "#db/queries/sessions.ts";
import { listEmployersOf } from "#db/queries/team.ts";

export const meta: MetaFunction = () => [{ title: "Choose an employer · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId, membership } = await requireEmployerAccount({ request, context });
  const { searchParams } = new URL(request.url);
  return {
    employers: await listEmployersOf(context.deps.db, userId),
    activeId: membership?.employerId ?? null,
    left: searchParams.has("left"),
    redirectTo: safePath(searchParams.get("redirectTo"), "/employer"),
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId, sessionId } = await requireEmployerAccount({ request, context });
  const parsed = parseForm(switchForm, await readForm(request));
  if (!parsed.ok) throw notFound();
  const { employerId, redirectTo } = parsed.value;
  const { db } = context.deps;
  if (!(await pointSession(db, { id: sessionId, userId, employerId }))) throw notFound();
  return redirect(safePath(redirectTo, "/employer"), 303);
});

export default function SwitchEmployer() {
  const { employers, activeId, left, redirectTo } = useLoaderData<typeof loader>();
  if (employers.length === 0) {
    return (
      <div className="page page--reading">
        <PageHeader title={left ? "You left the team" : "You are in no team"} />
        <EmptyState
          action={<ButtonLink to="/employer/settings">Create an employer page</ButtonLink>}
          title="You do not act for an employer at the moment"
        >
          If you expected to be in a team, ask one of its owners to invite{" "}
          <Link to="/account">the address of your account</Link>.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page page--reading">
      <PageHeader
        lede="Everything at your desk is about the employer you choose, on this device, until you switch again."
        title="Choose an employer"
      />
      {left ? <Notice title="You left the team." tone="success" /> : null}
      {activeId || left ? null : (
        <Notice title="You are no longer in the team you acted for" tone="info">
          Choose another of your employers to go on.
        </Notice>
      )}
      <EmployerChoice activeId={activeId} employers={employers} redirectTo={redirectTo} />
      <p>
        <Link to="/employer/new">Create another employer page</Link>
      </p>
    </div>
  );
}
