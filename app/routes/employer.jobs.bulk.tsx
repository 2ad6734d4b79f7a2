import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { BULK_ACTIONS, bulkForm } from "#app/features/jobs/bulk.form.ts";
import { BulkConfirmation, BulkReport } from "#app/features/jobs/bulk-view.tsx";
import { changeManyJobs } from "#app/features/jobs/change-many-jobs.server.ts";
import { readBulkSelection } from "#app/features/jobs/read-bulk-selection.server.ts";
import { renewalDays } from "#app/features/jobs/renew-job.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Several jobs at once · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const query = new URL(request.url).searchParams;
  const action = BULK_ACTIONS.find((one) => one === query.get("do"));
  if (!action) throw redirect("/employer/jobs");
  const jobs = await readBulkSelection(context.deps, {
    employerId: membership.employerId,
    ids: query.getAll("job"),
    action,
  });
  return { action, jobs, days: renewalDays(context.deps.clock()) };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId, membership } = await requireMember({ request, context }, ["owner", "recruiter"]);
  const parsed = parseForm(bulkForm, await readForm(request));
  if (!parsed.ok) return data({ form: parsed.form, report: null }, { status: 422 });
  const { job: seen, do: action, ...rest } = parsed.value;
  const member = { userId, employerId: membership.employerId };
  const change = { action, ...rest } as Parameters<typeof changeManyJobs>[1]["change"];
  const report = await changeManyJobs(context.deps, { member, seen, change });
  return data({ form: null, report });
});

export default function ManyJobs() {
  const { action: wanted, jobs, days } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page page--reading">
      {answer?.report ? (
        <BulkReport action={wanted} report={answer.report} />
      ) : (
        <BulkConfirmation action={wanted} days={days} form={answer?.form ?? null} jobs={jobs} />
      )}
    </div>
  );
}
