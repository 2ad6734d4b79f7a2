import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import {
  type ConfirmPage,
  confirmByLink,
  readConfirmPage,
} from "#app/features/jobs/still-hiring/confirm-by-link.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";

export const meta: MetaFunction = () => [{ title: "Still hiring? · CareerCenter" }];

// Mail programs open links to look at them: only the button changes anything.
export const loader = handled(async ({ request, params, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const page = await readConfirmPage(context.deps, params.token ?? "");
  const done = new URL(request.url).searchParams.has("done");
  return data(
    { page, done },
    { status: page ? 200 : 410, headers: { "Cache-Control": "no-store" } },
  );
});

export const action = handled(async ({ request, params, context }: ActionFunctionArgs) => {
  openToEveryone();
  const form = await readForm(request);
  const token = params.token ?? "";
  try {
    await confirmByLink(context.deps, token);
    return redirect(`/confirm-job/${encodeURIComponent(token)}?done`, 303);
  } catch (error) {
    return refusedBy(error, form);
  }
});

export default function ConfirmJob() {
  const { page, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (!page) {
    return (
      <div className="page page--narrow">
        <PageHeader
          lede="It has run out, or you no longer answer for this job. You can confirm your jobs on your desk."
          title="This link no longer works"
        />
        <p>
          <Link to="/employer/jobs">Go to your jobs</Link>
        </p>
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <PageHeader lede={`“${page.title}” at ${page.employerName}`} title="Are you still hiring?" />
      <FormSummary form={form} />
      {done ? (
        <Notice title="Confirmed. Coders see that it is open." tone="success" />
      ) : (
        <Question page={page} />
      )}
      <p>
        <Link to={`/employer/jobs/${page.jobId}`}>Open the job on your desk</Link>
      </p>
    </div>
  );
}

function Question({ page }: { page: ConfirmPage }) {
  if (page.because) return <Notice title={page.because} tone="info" />;
  if (!page.offer) {
    return (
      <Notice title="Nothing to do: it is confirmed." tone="success">
        {page.confirmedAt ? (
          <p>
            Somebody on your team confirmed it <When at={page.confirmedAt} kind="relative" />.
          </p>
        ) : null}
      </Notice>
    );
  }
  return (
    <>
      <p>
        {page.offer === "confirm"
          ? "Coders see beside the job when it was last confirmed. We ask every two weeks."
          : "It is paused because nobody confirmed it. One press brings it back as it was."}
      </p>
      <Form method="post">
        <Button>
          {page.offer === "confirm" ? "Yes, we are still hiring" : "Yes, bring the job back"}
        </Button>
      </Form>
      <p className="soft">
        Filled or no longer hiring? Close it on your desk; applicants are told why.
      </p>
    </>
  );
}
