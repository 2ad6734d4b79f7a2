import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { codeTree } from "#app/features/code-browser/code-tree.server.ts";
import { CodeTreeView } from "#app/features/code-browser/code-tree-view.tsx";
import { openJobCounts } from "#app/features/code-browser/open-job-counts.server.ts";
import { handled } from "#app/web/handled.server.ts";
import type { SameForEveryone } from "#app/web/rendered-pages.server.ts";

export const handle: SameForEveryone = { sameForEveryone: true };

export const loader = handled(async ({ request, context: { deps } }: LoaderFunctionArgs) => {
  openToEveryone();
  const query = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  return codeTree(query, await openJobCounts(deps));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: "Code families · CareerCenter" },
  {
    name: "description",
    content:
      "CPT, HCPCS Level II, ICD-10-CM, ICD-10-PCS, MS-DRG, CMS-HCC and APC ranges, and how many open coding jobs ask for each.",
  },
  ...(data?.query ? [{ name: "robots", content: "noindex, follow" }] : []),
];

export default function CodeFamiliesRoute() {
  return <CodeTreeView tree={useLoaderData<typeof loader>()} />;
}
