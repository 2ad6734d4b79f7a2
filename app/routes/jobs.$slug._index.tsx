import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { isLeftOut } from "#app/domain/job-mark.ts";
import { JobMarkForm } from "#app/features/job-marks/job-mark-form.tsx";
import { LeftOutNotice } from "#app/features/job-marks/left-out-notice.tsx";
import { MarkButtons } from "#app/features/job-marks/mark-buttons.tsx";
import { readOwnMarks } from "#app/features/job-marks/read-own-marks.server.ts";
import { JobView } from "#app/features/job-pages/job-view.tsx";
import { readJobPage } from "#app/features/job-pages/read-job-page.server.ts";
import { findSimilarJobs } from "#app/features/job-search/find-similar-jobs.server.ts";
import { JobList } from "#app/features/job-search/job-list.tsx";
import { rowJob } from "#app/features/job-search/row-job.ts";
import { handled, notFound } from "#app/web/handled.server.ts";
import type { SameForEveryone } from "#app/web/rendered-pages.server.ts";

export const handle: SameForEveryone = { sameForEveryone: true };

export const loader = handled(async ({ request, context, params }: LoaderFunctionArgs) => {
  openToEveryone();
  const viewer = await context.viewer();
  const { slug = "" } = params;
  const [page, found] = await Promise.all([
    readJobPage(context.deps, { slug, viewer }),
    findSimilarJobs(context.deps, { slug, limit: 6 }),
  ]);
  if (!page) throw notFound();
  const { marks, marked } = await readOwnMarks(context.deps, {
    viewer,
    request,
    jobId: page.job.id,
    listed: found.map(({ id }) => id),
  });
  const similar = found
    .filter(({ id }) => !(marks?.[id] && isLeftOut(marks[id])))
    .slice(0, 4)
    .map((hit) => rowJob(hit));
  const own = marks?.[page.job.id] ?? null;
  const canSave = viewer === null || viewer.kind === "applicant";
  // Gone for good is 410; a pause may end, so it is a 404 that search engines will ask for again.
  const status = page.job.open ? 200 : page.job.status === "paused" ? 404 : 410;
  return data({ ...page, similar, own, marked, canSave }, { status });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Job not found · CareerCenter" }];
  const { job } = data;
  const title = `${job.title}, ${job.employer.name} · CareerCenter`;
  return [
    { title },
    { name: "description", content: `${job.pay}. ${job.whereSentence} ${job.credentials}.` },
    { tagName: "link", rel: "canonical", href: job.url },
    job.posting
      ? { "script:ld+json": JSON.parse(job.posting) }
      : { name: "robots", content: "noindex" },
  ];
};

export default function JobRoute() {
  const { job, standing, similar, own, marked, canSave } = useLoaderData<typeof loader>();
  return (
    <div className="page job-page">
      <LeftOutNotice employerName={job.employer.name} marks={own} />
      <JobView
        aside={canSave ? <MarkButtons job={job} marks={own} /> : null}
        job={job}
        standing={standing}
      />
      {similar.length > 0 && (
        <section aria-labelledby="similar-title">
          <h2 className="section-heading" id="similar-title">
            Similar jobs
          </h2>
          <JobList jobs={similar} />
        </section>
      )}
      {job.removed ? null : (
        <p className="small">
          <Link rel="nofollow" to={`/jobs/${job.slug}/report`}>
            Report this job
          </Link>
        </p>
      )}
      {canSave ? <JobMarkForm marked={marked} /> : null}
    </div>
  );
}
