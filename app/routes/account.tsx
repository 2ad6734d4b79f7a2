import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guards.server.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import {
  EmailSection,
  NameSection,
  PasswordSection,
} from "#app/features/accounts/account-sections.tsx";
import { changeAccount, DONE } from "#app/features/accounts/change-account.server.ts";
import { LeaveSection } from "#app/features/accounts/leave-section.tsx";
import { listSessions } from "#app/features/accounts/list-sessions.server.ts";
import { SessionList } from "#app/features/accounts/session-list.tsx";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";

export const meta: MetaFunction = () => [{ title: "Account · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireViewer({ request, context });
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return {
    name: viewer.name,
    email: viewer.email,
    isApplicant: viewer.kind === "applicant",
    done: DONE[done] ?? null,
    embedded: context.deps.embedded,
    sessions: await listSessions(context.deps, { viewer }),
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireViewer({ request, context });
  const { deps, ip, userAgent } = context;
  const form = await readForm(request);
  const intent = String(form.get("intent"));
  try {
    const answer = await changeAccount(deps, { viewer, form, ip, userAgent });
    if ("form" in answer) return data({ form: answer.form, intent }, { status: 422 });
    return redirect(`/account?done=${answer.done}`, {
      status: 303,
      headers: answer.setCookie ? { "Set-Cookie": answer.setCookie } : {},
    });
  } catch (error) {
    const { data: refusal, init } = refusedBy(error, form);
    return data({ ...refusal, intent }, init ?? {});
  }
});

export default function Account() {
  const { name, email, isApplicant, done, embedded, sessions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formOf = (intent: string) => (answer?.intent === intent ? answer.form : undefined);
  return (
    <div className="page page--reading">
      <PageHeader title="Account" />
      {done && !answer ? (
        <Notice title={done.title} tone="success">
          {done.mailed && embedded ? (
            <>
              This copy of CareerCenter keeps its mail to itself: read it at{" "}
              <a href="/dev/mail">/dev/mail</a>.
            </>
          ) : null}
        </Notice>
      ) : null}
      <NameSection form={formOf("change-name")} name={name} />
      <EmailSection email={email} form={formOf("change-email")} />
      <PasswordSection email={email} form={formOf("change-password")} />
      <section className="stack">
        <h2 className="section-heading">Mail and messages</h2>
        <ul className="plain-list">
          <li>
            <Link to="/account/mail">Choose the mail you get</Link>
          </li>
          {isApplicant ? (
            <li>
              <Link to="/account/messages">Choose whether employers see what you have read</Link>
            </li>
          ) : null}
        </ul>
      </section>
      <SessionList sessions={sessions} />
      <LeaveSection />
    </div>
  );
}
