import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { afterChange, ChangeDone, readDone } from "#app/features/alerts/change-done.tsx";
import { changeSavedSearch } from "#app/features/alerts/change-saved-search.server.ts";
import { neverAlert } from "#app/features/alerts/confirm-alerts.server.ts";
import { readSavedSearches } from "#app/features/alerts/read-saved-searches.server.ts";
import { managedAlertForm } from "#app/features/alerts/saved-search.form.ts";
import { SavedSearchList } from "#app/features/alerts/saved-search-list.tsx";
import { handled, notFound } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { findByManageToken } from "#db/queries/alert-addresses.ts";

export const meta: MetaFunction = () => [{ title: "Your job alerts · CareerCenter" }];

export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const address = await findByManageToken(context.deps.db, params.token ?? "");
  if (!address) throw notFound();
  const asked = new URL(request.url).searchParams;
  const deleted = z.uuid().safeParse(asked.get("deleted"));
  const lines = await readSavedSearches(context.deps, {
    alertAddressId: address.id,
    deletedId: deleted.data ?? null,
  });
  return data(
    { email: address.email, isNew: asked.has("new"), lines, done: readDone(asked) },
    { headers: { "Cache-Control": "no-store" } },
  );
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  openToEveryone();
  const { deps } = context;
  const form = await readForm(request);
  const address = await findByManageToken(deps.db, params.token ?? "");
  if (!address) throw notFound();
  if (form.get("intent") === "never") {
    await neverAlert(deps, address.email);
    return redirect("/alerts/confirm/done?done=never", 303);
  }
  const parsed = parseForm(managedAlertForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  try {
    const owner = { alertAddressId: address.id };
    await changeSavedSearch(deps, { owner, change: parsed.value });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect(afterChange(new URL(request.url).pathname, parsed.value), 303);
});

export default function ManageAlerts() {
  const { email, isNew, lines, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading">
      <PageHeader lede={`New jobs go to ${email}, each once.`} title="Your job alerts" />
      {isNew ? (
        <Notice title="Confirmed" tone="success">
          You hear of jobs published from now on. Every mail has a link to this page.
        </Notice>
      ) : null}
      <FormSummary form={form} />
      {form ? null : <ChangeDone done={done} lines={lines} />}
      <SavedSearchList form={form} lines={lines} />
      <section aria-labelledby="never" className="stack">
        <h2 className="section-heading" id="never">
          No more mail
        </h2>
        <p>
          Deletes everything above with your address, and no job alert is sent to it again, whoever
          asks for one.
        </p>
        <Form method="post">
          <Button name="intent" value="never" variant="danger">
            Never mail this address
          </Button>
        </Form>
      </section>
      <p className="soft">
        <Link to="/signup">Sign up</Link> with this address to keep these alerts in an account, with
        a private feed of each.
      </p>
    </div>
  );
}
