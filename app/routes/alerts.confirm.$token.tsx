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
import { Button, ButtonLink } from "#app/components/button.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import {
  confirmAlerts,
  readAlertRequest,
  refuseAlerts,
} from "#app/features/alerts/confirm-alerts.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";

export const meta: MetaFunction = () => [{ title: "Confirm your job alerts · CareerCenter" }];

const confirmForm = z.object({ intent: z.enum(["confirm", "never"], "Choose one.") });

// Mail programs open links to look at them: only the buttons change anything.
export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const done = z
    .enum(["account", "never"])
    .safeParse(new URL(request.url).searchParams.get("done"));
  const found = done.success ? null : await readAlertRequest(context.deps, params.token ?? "");
  return data(
    { done: done.data ?? null, asked: found },
    { status: found || done.success ? 200 : 410, headers: { "Cache-Control": "no-store" } },
  );
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  openToEveryone();
  const form = await readForm(request);
  const parsed = parseForm(confirmForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  const token = params.token ?? "";
  try {
    if (parsed.value.intent === "never") {
      await refuseAlerts(context.deps, token);
      return redirect("/alerts/confirm/done?done=never", 303);
    }
    const manageToken = await confirmAlerts(context.deps, token);
    const to = manageToken
      ? `/alerts/manage/${manageToken}?new`
      : "/alerts/confirm/done?done=account";
    return redirect(to, 303);
  } catch (error) {
    return refusedBy(error, form);
  }
});

export default function ConfirmAlerts() {
  const { done, asked } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (done) return <Done what={done} />;
  if (!asked) {
    return (
      <div className="page page--narrow">
        <PageHeader
          lede="This link was already used or has run out. Search again and ask for a new one."
          title="This link does not work any more"
        />
        <ButtonLink to="/jobs">Search jobs</ButtonLink>
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <PageHeader lede={asked.asks} title="Confirm your job alerts" />
      <FormSummary form={form} />
      <p>
        New jobs of this search go to <strong>{asked.email}</strong>, each once.
      </p>
      <Form className="cluster" method="post">
        <Button name="intent" value="confirm">
          Confirm
        </Button>
        <Button name="intent" value="never" variant="secondary">
          Never mail this address
        </Button>
      </Form>
    </div>
  );
}

function Done({ what }: { what: "account" | "never" }) {
  return what === "never" ? (
    <div className="page page--narrow">
      <PageHeader
        lede="No job alert is sent to this address again, whoever asks for one."
        title="You get no more of these mails"
      />
    </div>
  ) : (
    <div className="page page--narrow">
      <PageHeader
        lede="Your address has an account here, so the search stands with your saved searches."
        title="Confirmed"
      />
      <p>
        <Link to="/applicant/saved-searches">Your saved searches</Link>
      </p>
    </div>
  );
}
