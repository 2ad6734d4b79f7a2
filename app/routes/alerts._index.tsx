import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { firstValue } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { jobSearchParams, parseJobSearch } from "#app/domain/parse-job-search.ts";
import { CheckMail } from "#app/features/accounts/check-mail.tsx";
import { askForAlerts } from "#app/features/alerts/ask-for-alerts.server.ts";
import { askForAlertsForm } from "#app/features/alerts/saved-search.form.ts";
import { SubscribeForm } from "#app/features/alerts/subscribe-form.tsx";
import { wordsOfSearch } from "#app/features/alerts/words-of-search.ts";
import { readQuery } from "#app/features/job-search/find-jobs.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";

export const meta: MetaFunction = () => [
  { title: "Job alerts · CareerCenter" },
  { name: "robots", content: "noindex, follow" },
];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const asked = new URL(request.url).searchParams;
  const { deps } = context;
  const search = parseJobSearch(asked);
  const { near, phrases } = await readQuery(deps, search);
  return {
    params: jobSearchParams(search).toString(),
    asks: wordsOfSearch(search, { place: near?.label ?? null, phrases }),
    sent: asked.has("sent"),
    embedded: deps.embedded,
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  openToEveryone();
  const form = await readForm(request);
  const parsed = parseForm(askForAlertsForm, form);
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  const { email, frequency, params } = parsed.value;
  try {
    const search = parseJobSearch(new URLSearchParams(params));
    await askForAlerts(context.deps, { email, search, frequency, ip: context.ip });
  } catch (error) {
    return refusedBy(error, form);
  }
  return redirect("/alerts?sent", 303);
});

export default function Alerts() {
  const { params, asks, sent, embedded } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (sent && !form) {
    return (
      <div className="page page--narrow">
        <CheckMail embedded={embedded}>
          If the address may get mail from us, a link to confirm is on its way. It works once,
          within seven days; no job is sent before.
        </CheckMail>
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <PageHeader
        back={{ to: "/jobs", label: "Search jobs" }}
        lede={`New jobs, each once, until you stop them: ${asks}`}
        title="Job alerts by mail"
      />
      <FormSummary form={form} />
      <SubscribeForm form={form} params={form ? firstValue(form.values, "params") : params} />
    </div>
  );
}
