import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openToEveryone, requireStranger } from "#app/auth/guards.server.ts";
import { HOMES } from "#app/domain/viewer.ts";
import { logInForm } from "#app/features/accounts/account.form.ts";
import { logIn } from "#app/features/accounts/log-in.server.ts";
import { LogInPage } from "#app/features/accounts/log-in-page.tsx";
import { handled } from "#app/web/handled.server.ts";
import { parseForm, refuse } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refused, refusedBy } from "#app/web/refused.server.ts";
import { safePath } from "#app/web/safe-redirect.ts";

export const meta: MetaFunction = () => [{ title: "Log in · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireStranger({ context });
  const { searchParams } = new URL(request.url);
  return { redirectTo: safePath(searchParams.get("redirectTo"), "") };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  openToEveryone();
  const { deps, ip, userAgent } = context;
  const form = await readForm(request);
  const parsed = parseForm(logInForm, form);
  if (!parsed.ok) return data({ form: parsed.form, unverified: false }, { status: 422 });
  const { email, password, redirectTo } = parsed.value;
  const cookieHeader = request.headers.get("Cookie");
  try {
    const result = await logIn(deps, { email, password, cookieHeader, ip, userAgent });
    if (result.outcome === "in") {
      return redirect(safePath(redirectTo, HOMES[result.kind]), {
        status: 303,
        headers: { "Set-Cookie": result.setCookie },
      });
    }
    if (result.outcome === "unverified") {
      const state = refuse(form, "", "Confirm your email address first.");
      return data({ form: state, unverified: true }, { status: 422 });
    }
  } catch (error) {
    return refusedBy(error, form);
  }
  return refused(form, "", "The email address or the password is not right.");
});

export default function LogIn() {
  const { redirectTo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--narrow">
      <LogInPage
        form={answer?.form}
        redirectTo={redirectTo}
        unverified={Boolean(answer && "unverified" in answer && answer.unverified)}
      />
    </div>
  );
}
