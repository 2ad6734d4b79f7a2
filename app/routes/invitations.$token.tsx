import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { invitedSignUpForm } from "#app/features/accounts/account.form.ts";
import {
  acceptInvitation,
  readInvitation,
  signUpByInvitation,
} from "#app/features/accounts/invitation.server.ts";
import {
  AcceptToJoin,
  DeadInvitation,
  LogInToJoin,
  OtherAccount,
  SignUpToJoin,
  WrongKind,
} from "#app/features/accounts/invitation-page.tsx";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";

export const meta: MetaFunction = () => [
  { title: "Join a team · CareerCenter" },
  { name: "robots", content: "noindex" },
];

// Mail programs open links to look at them: only a button uses the invitation.
export const loader = handled(async ({ params, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const token = params.token ?? "";
  const view = await readInvitation(context.deps, { token, viewer: await context.viewer() });
  // The first of two presses did the work; its answer may never have arrived.
  if (view.state === "joined") throw redirect("/employer");
  const status = view.state === "dead" ? 410 : 200;
  return data({ view, token }, { status, headers: { "Cache-Control": "no-store" } });
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  openToEveryone();
  const { deps, ip, userAgent } = context;
  const token = params.token ?? "";
  const viewer = await context.viewer();
  const form = await readForm(request);
  const view = await readInvitation(deps, { token, viewer });
  try {
    if ((view.state === "accept" || view.state === "joined") && viewer) {
      const { setCookie } = await acceptInvitation(deps, { token, viewer });
      return redirect("/employer", { status: 303, headers: { "Set-Cookie": setCookie } });
    }
    if (view.state === "sign-up") {
      const parsed = parseForm(invitedSignUpForm(view.email), form);
      if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
      const device = { ip, userAgent };
      const joined = await signUpByInvitation(deps, { token, ...parsed.value, ...device });
      return redirect("/employer", { status: 303, headers: { "Set-Cookie": joined.setCookie } });
    }
  } catch (error) {
    return refusedBy(error, form);
  }
  // Nothing to do by this person: the page says why.
  return redirect(`/invitations/${encodeURIComponent(token)}`, 303);
});

export default function Invitation() {
  const { view, token } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return <div className="page page--narrow">{pageOf()}</div>;

  function pageOf() {
    switch (view.state) {
      case "dead":
        return <DeadInvitation />;
      case "other-account":
        return <OtherAccount {...view} />;
      case "sign-up":
        return <SignUpToJoin {...view} form={form} />;
      case "log-in":
        return <LogInToJoin {...view} token={token} />;
      case "accept":
        return <AcceptToJoin {...view} form={form} />;
      case "wrong-kind":
        return <WrongKind {...view} />;
    }
  }
}
