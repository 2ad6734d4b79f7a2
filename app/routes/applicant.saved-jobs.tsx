import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { JobMarkForm } from "#app/features/job-marks/job-mark-form.tsx";
import { readMarked } from "#app/features/job-marks/read-marked.server.ts";
import { readSavedJobs } from "#app/features/job-marks/read-saved-jobs.server.ts";
import { SavedJobList } from "#app/features/job-marks/saved-job-list.tsx";
import { savedJobNoteForm } from "#app/features/job-marks/saved-jobs.form.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import { parseForm } from "#app/web/parse-form.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { updateSavedJobNote } from "#db/queries/saved-jobs.ts";

export const meta: MetaFunction = () => [{ title: "Saved jobs · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const params = new URL(request.url).searchParams;
  const order = params.get("sort") === "saved" ? "saved" : "closing";
  const [page, marked] = await Promise.all([
    readSavedJobs(context.deps, { userId, order, page: pageParam(params) }),
    readMarked(context.deps, { userId, params }),
  ]);
  return { page, marked };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId } = await requireApplicant({ request, context });
  const parsed = parseForm(savedJobNoteForm, await readForm(request));
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 });
  const isSaved = await updateSavedJobNote(context.deps.db, { userId, ...parsed.value });
  if (!isSaved) throw notFound();
  const { pathname, search } = new URL(request.url);
  return redirect(`${pathname}${search}`, 303);
});

export default function SavedJobs() {
  const { page, marked } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page page--reading">
      <PageHeader
        actions={
          <>
            <Link to="/applicant/saved-searches">Saved searches</Link>
            <Link to="/applicant/hidden">Hidden and muted</Link>
          </>
        }
        title="Saved jobs"
      />
      <FormSummary form={form} labels={{ note: "Note" }} />
      <SavedJobList page={page} />
      <JobMarkForm marked={marked} />
    </div>
  );
}
