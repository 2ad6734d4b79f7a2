import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { searchPage } from "#app/features/job-search/search-page.server.ts";
import { SearchView } from "#app/features/job-search/search-view.tsx";
import { handled } from "#app/web/handled.server.ts";
import type { SameForEveryone } from "#app/web/rendered-pages.server.ts";

export const handle: SameForEveryone = { sameForEveryone: true };

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  openToEveryone();
  const params = new URL(request.url).searchParams;
  const page = await searchPage(context.deps, {
    search: parseJobSearch(params),
    expanded: params.get("more"),
  });
  if (page.result.backend === "postgres") context.doNotKeepPage();
  return page;
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const total = data?.result.total ?? 0;
  const words = data?.search.q ? `${data.search.q}: medical` : "Medical";
  return [
    { title: `${words} coding jobs · CareerCenter` },
    {
      name: "description",
      content: `${total.toLocaleString("en-US")} medical coding jobs, searchable by code, range, specialty, credential and state.`,
    },
    ...(total === 0 || (data?.result.page ?? 1) > 1
      ? [{ name: "robots", content: "noindex, follow" }]
      : []),
  ];
};

export default function JobsRoute() {
  return <SearchView page={useLoaderData<typeof loader>()} />;
}
