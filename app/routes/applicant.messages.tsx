import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireApplicant } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { readThreads } from "#app/features/messages/read-threads.server.ts";
import { ThreadListView } from "#app/features/messages/thread-list.tsx";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";

export const meta: MetaFunction = () => [{ title: "Messages · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireApplicant({ request, context });
  const { searchParams } = new URL(request.url);
  return readThreads(context.deps, {
    of: { applicantId: viewer.userId },
    unreadOnly: searchParams.get("show") === "unread",
    page: pageParam(searchParams),
  });
});

export default function Messages() {
  return (
    <div className="page page--reading">
      <PageHeader
        actions={
          <ButtonLink to="/account/messages" variant="quiet">
            Message settings
          </ButtonLink>
        }
        title="Messages"
      />
      <ThreadListView list={useLoaderData<typeof loader>()} side="applicant" />
    </div>
  );
}
