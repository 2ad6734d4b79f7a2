import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { confirmPassword } from "#app/features/accounts/confirm-password.server.ts";
import { withdrawOpenApplications } from "#app/features/applications/withdraw-everything.server.ts";
import { DeleteAccountView } from "#app/features/leaving/delete-account-view.tsx";
import { deleteAccountForm } from "#app/features/leaving/leaving.form.ts";
import { readLeavingPage } from "#app/features/leaving/read-leaving-page.server.ts";
import { requestDeletion } from "#app/features/leaving/request-deletion.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refused, refusedBy } from "#app/web/refused.server.ts";
import { cancelDeletion } from "#db/queries/account-deletions.ts";

export const meta: MetaFunction = () => [{ title: "Delete your account · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireViewer({ request, context });
  return await readLeavingPage(context.deps, { viewer });
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireViewer({ request, context });
  const { deps } = context;
  const { userId } = viewer;
  const form = await readForm(request);
  if (form.get("intent") === "keep") {
    await deps.db.transaction().execute((trx) => cancelDeletion(trx, userId));
    return redirect("/account?done=kept", 303);
  }
  const parsed = parseForm(deleteAccountForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  try {
    const { password, withdraw } = parsed.value;
    if (!(await confirmPassword(deps, { userId, password }))) {
      return refused(form, "password", "That is not your current password.");
    }
    await requestDeletion(deps, { viewer });
    if (withdraw) await withdrawOpenApplications(deps, viewer);
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/login?leaving", 303);
});

export default function DeleteAccount() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading">
      <PageHeader back={{ to: "/account", label: "Account" }} title="Delete your account" />
      <DeleteAccountView form={form} page={page} />
    </div>
  );
}
