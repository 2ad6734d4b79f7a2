import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openToEveryone, requireStranger } from "#app/auth/guards.server.ts";
import { Notice } from "#app/components/notice.tsx";
import { HOMES, type UserKind } from "#app/domain/viewer.ts";
import { logInForm } from "#app/features/accounts/account.form.ts";
import { logIn } from "#app/features/accounts/log-in.server.ts";
import { LogInPage } from "#app/features/accounts/log-in-page.tsx";
import { readOnward } from "#app/features/accounts/onward.ts";
import { markJob } from "#app/features/job-marks/mark-job.server.ts";
import { withMarked } from "#app/features/job-marks/read-marked.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { parseForm, refuse } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refused, refusedBy } from "#app/web/refused.server.ts";
import { findDeletion } from "#db/queries/account-deletions.ts";
import { findMarkableJob } from "#db/queries/job-marks.ts";

export const meta: MetaFunction = () => [{ title: "Log in · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireStranger({ context });
  const { searchParams } = new URL(request.url);
  return { onward: readOnward(searchParams), leaving: searchParams.has("leaving") };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  openToEveryone();
  const { deps, ip, userAgent } = context;
  const form = await readForm(request);
  const parsed = parseForm(logInForm, form);
  if (!parsed.ok) return data({ form: parsed.form, unverified: false }, { status: 422 });
  const { email, password } = parsed.value;
  const cookieHeader = request.headers.get("Cookie");
  try {
    const result = await logIn(deps, { email, password, cookieHeader, ip, userAgent });
    if (result.outcome === "in") {
      return redirect(await savedOnTheWay(deps, form, result), {
        status: 303,
        headers: { "Set-Cookie": result.setCookie },
      });
    }
    if (result.outcome === "suspended") {
      const reason = result.reason && ` The reason given: ${result.reason}`;
      return refused(form, "", `This account is suspended, so you cannot log in.${reason}`, 403);
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

/** Where to go on to: the way back for who is leaving; else once the job they came to save is saved. */
async function savedOnTheWay(
  deps: Deps,
  form: FormData,
  { kind, userId }: { kind: UserKind; userId: string },
): Promise<string> {
  if (await findDeletion(deps.db, userId)) return "/account/delete";
  const { redirectTo, save } = readOnward(form);
  const back = redirectTo || HOMES[kind];
  if (kind !== "applicant" || !(await findMarkableJob(deps.db, save))) return back;
  return withMarked(back, await markJob(deps, { userId, slug: save, mark: "save" }));
}

export default function LogIn() {
  const { onward, leaving } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--narrow">
      {leaving ? (
        <Notice title="You are logged out, and your account will be deleted" tone="info">
          Until then you can log in and keep it. We have mailed you the day.
        </Notice>
      ) : null}
      <LogInPage
        form={answer?.form}
        onward={onward}
        unverified={Boolean(answer && "unverified" in answer && answer.unverified)}
      />
    </div>
  );
}
