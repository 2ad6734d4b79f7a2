import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { HOMES } from "#app/domain/viewer.ts";
import { DeadLink } from "#app/features/accounts/dead-link.tsx";
import { readConfirmation, verifyEmail } from "#app/features/accounts/verify-email.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { safePath } from "#app/web/safe-redirect.ts";

export const meta: MetaFunction = () => [{ title: "Confirm your address · CareerCenter" }];

// Mail programs open links to look at them: only the button changes anything.
export const loader = handled(async ({ params, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const link = await readConfirmation(context.deps, params.token ?? "");
  return data({ link }, { status: link ? 200 : 410, headers: { "Cache-Control": "no-store" } });
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  openToEveryone();
  const { deps, ip, userAgent } = context;
  const form = await readForm(request);
  try {
    const token = params.token ?? "";
    const { setCookie, kind, purpose } = await verifyEmail(deps, { token, ip, userAgent });
    const to =
      purpose === "change-email"
        ? "/account?done=email"
        : safePath(new URL(request.url).searchParams.get("onward"), HOMES[kind]);
    return redirect(to, { status: 303, headers: { "Set-Cookie": setCookie } });
  } catch (error) {
    return refusedBy(error, form);
  }
});

export default function VerifyEmail() {
  const { link } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--narrow">
      {link ? (
        <>
          <PageHeader
            lede={`Confirm that ${link.email} is yours. You are logged in on this device then.`}
            title="Confirm your email address"
          />
          <FormSummary form={form} />
          <Form method="post">
            <Button>Confirm</Button>
          </Form>
        </>
      ) : (
        <DeadLink again={{ to: "/signup?sent", label: "Have it sent again" }} />
      )}
    </div>
  );
}
