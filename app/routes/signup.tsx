import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStranger } from "#app/auth/guards.server.ts";
import { emailOnlyForm, signUpForm } from "#app/features/accounts/account.form.ts";
import { CheckMail, ResendForm } from "#app/features/accounts/check-mail.tsx";
import { readOnward } from "#app/features/accounts/onward.ts";
import { resendVerification } from "#app/features/accounts/resend-verification.server.ts";
import { signUp } from "#app/features/accounts/sign-up.server.ts";
import { SignUpPage } from "#app/features/accounts/sign-up-page.tsx";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { findMarkableJob } from "#db/queries/job-marks.ts";

export const meta: MetaFunction = () => [{ title: "Sign up · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireStranger({ context });
  const { searchParams } = new URL(request.url);
  const onward = readOnward(searchParams);
  const saved = onward.save ? await findMarkableJob(context.deps.db, onward.save) : null;
  const kind = saved ? "applicant" : searchParams.get("kind");
  return {
    onward,
    saving: saved?.title ?? null,
    sent: searchParams.has("sent"),
    kind: kind === "applicant" || kind === "employer" ? kind : undefined,
    embedded: context.deps.embedded,
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  await requireStranger({ context });
  const { deps, ip } = context;
  const form = await readForm(request);
  try {
    if (form.get("intent") === "resend") {
      const parsed = parseForm(emailOnlyForm, form);
      if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
      await resendVerification(deps, { ...parsed.value, ip });
    } else {
      const parsed = parseForm(signUpForm, form);
      if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
      await signUp(deps, { ...parsed.value, ip, onward: readOnward(form) });
    }
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/signup?sent", 303);
});

export default function SignUp() {
  const { sent, kind, embedded, onward, saving } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--narrow">
      {sent ? (
        <>
          <CheckMail embedded={embedded}>
            We sent a mail to the address you gave. Open the link in it within 24 hours to confirm
            the address; you are logged in then.
          </CheckMail>
          <ResendForm form={form} />
        </>
      ) : (
        <SignUpPage form={form} kind={kind} onward={onward} saving={saving} />
      )}
    </div>
  );
}
