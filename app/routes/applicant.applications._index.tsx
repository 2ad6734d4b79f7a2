import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { OwnApplicationList } from "#app/features/applications/own-application-list.tsx";
import { readOwnApplications } from "#app/features/applications/read-own-applications.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";

export const meta: MetaFunction = () => [{ title: "Your applications · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const { searchParams } = new URL(request.url);
  const list = searchParams.get("show") === "closed" ? "closed" : "open";
  return readOwnApplications(context.deps, { viewer, list, page: pageParam(searchParams) });
});

export default function Applications() {
  return (
    <div className="page page--reading">
      <PageHeader title="Your applications" />
      <OwnApplicationList page={useLoaderData<typeof loader>()} />
    </div>
  );
}
