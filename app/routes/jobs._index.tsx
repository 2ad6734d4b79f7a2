import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { isLeftOut } from "#app/domain/job-mark.ts";
import { parseJobWalk } from "#app/domain/job-walk.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { SaveSearchForm } from "#app/features/alerts/save-search-form.tsx";
import { SubscribeSection } from "#app/features/alerts/subscribe-form.tsx";
import { matchJobs } from "#app/features/applicants/match-jobs.server.ts";
import { JobMarkForm } from "#app/features/job-marks/job-mark-form.tsx";
import { MarkButtons } from "#app/features/job-marks/mark-buttons.tsx";
import { readMarked } from "#app/features/job-marks/read-marked.server.ts";
import type { RowExtra } from "#app/features/job-search/job-row.tsx";
import type { RowJob } from "#app/features/job-search/row-job.ts";
import { searchPage } from "#app/features/job-search/search-page.server.ts";
import { SearchView } from "#app/features/job-search/search-view.tsx";
import { handled } from "#app/web/handled.server.ts";
import type { SameForEveryone } from "#app/web/rendered-pages.server.ts";
import { readJobMarks } from "#db/queries/job-marks.ts";
import { readLeaveOut } from "#db/queries/left-out-jobs.ts";

// Without a session. A signed-in person's page is theirs alone and is never kept.
export const handle: SameForEveryone = { sameForEveryone: true };

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const { deps } = context;
  const params = new URL(request.url).searchParams;
  const asked = {
    search: parseJobSearch(params),
    expanded: params.get("more"),
    walk: parseJobWalk(params),
  };
  const viewer = await context.viewer();
  if (viewer?.kind !== "applicant") {
    const canSave = viewer === null;
    const page = await searchPage(deps, asked);
    // True, and passing: it would stay in the page cache until something public changes.
    if (page.result.backend === "postgres") context.doNotKeepPage();
    return { page, marks: null, marked: null, matches: null, canSave };
  }
  const { userId } = viewer;
  const page = await searchPage(deps, { ...asked, leaveOut: await readLeaveOut(deps.db, userId) });
  const jobIds = page.result.hits.map(({ id }) => id);
  const [marks, marked, matches] = await Promise.all([
    readJobMarks(deps.db, { userId, jobIds }),
    readMarked(deps, { userId, params }),
    matchJobs(deps, { userId, jobIds }),
  ]);
  return { page, marks, marked, matches, canSave: true };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const total = data?.page.result.total ?? 0;
  const words = data?.page.search.q ? `${data.page.search.q}: medical` : "Medical";
  return [
    { title: `${words} coding jobs · CareerCenter` },
    {
      name: "description",
      content: `${total.toLocaleString("en-US")} medical coding jobs, searchable by code, range, specialty, credential and state.`,
    },
    {
      tagName: "link",
      rel: "alternate",
      type: "application/atom+xml",
      title: "Newest medical coding jobs",
      href: "/feeds/jobs.atom",
    },
    ...(total === 0 || (data?.page.result.page ?? 1) > 1
      ? [{ name: "robots", content: "noindex, follow" }]
      : []),
  ];
};

export default function JobsRoute() {
  const { page, marks, marked, matches, canSave } = useLoaderData<typeof loader>();
  const extras = (job: RowJob): RowExtra => {
    const own = marks?.[job.id] ?? null;
    return {
      status: own?.applied ? "applied" : null,
      seen: own?.seen ?? false,
      hidden: own ? isLeftOut(own) : false,
      match: matches?.[job.id] ?? null,
      actions: <MarkButtons job={job} marks={own} />,
    };
  };
  const params = page.savedParams;
  return (
    <>
      <SearchView page={page} rows={canSave ? extras : undefined} />
      {marks ? <SaveSearchForm params={params} /> : null}
      {canSave && !marks ? <SubscribeSection params={params} /> : null}
      {canSave ? <JobMarkForm marked={marked} /> : null}
    </>
  );
}
