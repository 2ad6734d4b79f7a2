import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { unmuteForm } from "#app/features/job-marks/hidden-lists.form.ts";
import { changeMuted, readHiddenLists } from "#app/features/job-marks/hidden-lists.server.ts";
import { HiddenView } from "#app/features/job-marks/hidden-view.tsx";
import { JobMarkForm } from "#app/features/job-marks/job-mark-form.tsx";
import { readMarked } from "#app/features/job-marks/read-marked.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Hidden and muted · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const params = new URL(request.url).searchParams;
  const [lists, marked] = await Promise.all([
    readHiddenLists(context.deps, { userId, page: pageParam(params) }),
    readMarked(context.deps, { userId, params }),
  ]);
  return { lists, marked };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const parsed = parseForm(unmuteForm, await readForm(request));
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  await changeMuted(context.deps, { userId, change: parsed.value });
  return redirect("/applicant/hidden", 303);
});

export default function Hidden() {
  const { lists, marked } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/applicant/saved-jobs", label: "Saved jobs" }}
        lede="Only you see this. Employers are not told."
        title="Hidden and muted"
      />
      <FormSummary form={form} />
      <HiddenView lists={lists} />
      <JobMarkForm marked={marked} />
    </div>
  );
}
