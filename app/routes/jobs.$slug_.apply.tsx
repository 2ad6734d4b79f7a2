import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  useRouteError,
} from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { ErrorPage } from "#app/components/error-page.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useFocusOnChange } from "#app/components/use-focus-on-change.ts";
import { MAX_RESUME_BYTES, TOO_LARGE } from "#app/features/applicants/resume-file.ts";
import { uploadResume } from "#app/features/applicants/upload-resume.server.ts";
import { ApplyFirstStep, isRefused } from "#app/features/applications/apply-form.tsx";
import {
  ApplyAlreadySent,
  ApplyNotOpen,
  ApplyUnverified,
  isLinkedRefusal,
} from "#app/features/applications/apply-refused.tsx";
import { ApplyReview } from "#app/features/applications/apply-review.tsx";
import { takeApplyStep } from "#app/features/applications/apply-steps.server.ts";
import { DraftNotice } from "#app/features/applications/draft-notice.tsx";
import { readApplyPage } from "#app/features/applications/read-apply-page.server.ts";
import { findSimilarJobs } from "#app/features/job-search/find-similar-jobs.server.ts";
import { JobList } from "#app/features/job-search/job-list.tsx";
import { rowJob } from "#app/features/job-search/row-job.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";

const MB = 1024 * 1024;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Apply: ${page.job.title} · CareerCenter` : "Apply · CareerCenter" },
  { name: "robots", content: "noindex" },
];

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const page = await readApplyPage(context.deps, { viewer, slug: params.slug ?? "" });
  if (!page) throw notFound();
  if (page.kind === "applied") throw redirect(`/applicant/applications/${page.applicationId}`);
  if (page.kind !== "not-open") return data({ ...page, similar: [] });
  const similar = await findSimilarJobs(context.deps, { slug: page.job.slug, limit: 5 });
  return data({ ...page, similar: similar.map((hit) => rowJob(hit)) }, { status: 409 });
});

export const action = handled(async ({ request, context, params }: ActionFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const { deps } = context;
  const form = await readForm(request, {
    maxFiles: 1,
    maxFileSize: 12 * MB,
    maxTotalSize: 12 * MB,
  });
  const answer = await takeApplyStep(deps, {
    viewer,
    slug: params.slug ?? "",
    form,
    keepUpload: async (file) =>
      file.size > MAX_RESUME_BYTES
        ? { ok: false, sentence: TOO_LARGE }
        : uploadResume(deps, {
            userId: viewer.userId,
            filename: file.name,
            bytes: await file.bytes(),
          }),
  });
  if (answer.kind === "sent") return redirect(`${answer.location}?sent`, 303);
  const { step, form: shown, status } = answer;
  return data({ step, form: shown }, { status });
});

export default function Apply() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const draft = page.kind === "form" ? page.draft : null;
  const { form, step } = answer ?? draft ?? { form: null, step: "edit" };
  const reviewing = page.kind === "form" && !isRefused(page) && form !== null && step === "review";
  const top = useFocusOnChange<HTMLDivElement>(reviewing);
  const { job } = page;
  return (
    <div className="page page--form apply" ref={top}>
      <PageHeader
        back={{ to: `/jobs/${job.slug}`, label: job.title }}
        lede={reviewing ? `Nothing has been sent yet.` : job.employerName}
        title={reviewing ? "Review and send" : `Apply for ${job.title}`}
      />
      {page.kind === "not-open" ? <ApplyNotOpen job={job} reason={page.reason} /> : null}
      {page.kind === "unverified" ? <ApplyUnverified /> : null}
      {draft && !answer ? <DraftNotice keptAt={draft.keptAt} slug={job.slug} /> : null}
      {page.kind === "form" && !reviewing ? (
        <ApplyFirstStep form={form} job={job} page={page} />
      ) : null}
      {page.kind === "form" && reviewing ? <ApplyReview form={form} job={job} page={page} /> : null}
      {page.similar.length > 0 ? (
        <section aria-labelledby="similar">
          <h2 id="similar">Similar open jobs</h2>
          <JobList jobs={page.similar} />
        </section>
      ) : null}
    </div>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && isLinkedRefusal(error.data)) {
    return <ApplyAlreadySent refusal={error.data} />;
  }
  return <ErrorPage />;
}
