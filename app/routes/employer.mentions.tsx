import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { LinkTabs } from "#app/components/tabs.tsx";
import { MentionLines } from "#app/features/applications/mention-lines.tsx";
import { readMentions } from "#app/features/applications/read-mentions.server.ts";
import { settleMention } from "#app/features/applications/settle-mention.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

export const meta: MetaFunction = () => [{ title: "Your mentions · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const { searchParams } = new URL(request.url);
  const done = searchParams.get("show") === "done";
  return readMentions(context.deps, { viewer, done, page: pageParam(searchParams) });
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const form = await readForm(request);
  const done = form.get("intent") !== "again";
  const noteId = uuidParam(String(form.get("noteId") ?? ""));
  await settleMention(context.deps, { viewer, noteId, done });
  return redirect(done ? "/employer/mentions" : "/employer/mentions?show=done", 303);
});

export default function YourMentions() {
  const { done, waiting, lines, page, pageCount } = useLoaderData<typeof loader>();
  const address = (number: number) =>
    `/employer/mentions?${done ? "show=done&" : ""}page=${number}`;
  return (
    <div className="page page--reading">
      <PageHeader
        back={{ to: "/employer", label: "Your desk" }}
        lede="Private notes in which a colleague asks for you."
        title="Your mentions"
      />
      <LinkTabs
        items={[
          { to: "/employer/mentions", label: "Waiting", current: !done, count: waiting },
          { to: "/employer/mentions?show=done", label: "Done", current: done },
        ]}
      />
      {lines.length === 0 ? (
        <EmptyState title={done ? "Nothing put aside yet" : "Nothing waits for you"} />
      ) : (
        <MentionLines done={done} lines={lines} />
      )}
      <Pagination hrefFor={address} page={page} pageCount={pageCount} />
    </div>
  );
}
