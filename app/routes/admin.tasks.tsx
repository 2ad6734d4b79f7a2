import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FormSummary } from "#app/components/form-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { FailedTasks } from "#app/features/admin/failed-tasks.tsx";
import { decideTask } from "#app/features/admin/task-decisions.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { pageParam } from "#app/web/page-param.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { refusedBy } from "#app/web/refused.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";
import { countTroubledTasks, listFailedTasks } from "#db/queries/board-tasks.ts";

const PAGE_SIZE = 30;
const DONE: Record<string, string> = {
  retry: "It will be tried again within seconds.",
  drop: "Dropped. It will not be done.",
};

export const meta: MetaFunction = () => [{ title: "Failed tasks · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const { db } = context.deps;
  const params = new URL(request.url).searchParams;
  const { failed, retrying } = await countTroubledTasks(db);
  const pageCount = Math.max(1, Math.ceil(failed / PAGE_SIZE));
  const page = Math.min(pageParam(params), pageCount);
  const rows = await listFailedTasks(db, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  return {
    tasks: rows.map(({ failedAt, ...task }) => ({
      ...task,
      failedAt: failedAt?.toISOString() ?? null,
    })),
    failed,
    retrying,
    page,
    pageCount,
    dropping: params.get("drop"),
    done: DONE[params.get("done") ?? ""] ?? null,
  };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId: adminId } = await requireAdmin({ request, context });
  const form = await readForm(request);
  const intent = form.get("intent");
  if (intent !== "retry" && intent !== "drop") return redirect("/admin/tasks", 303);
  const taskId = uuidParam(String(form.get("task")));
  try {
    await decideTask(context.deps, { adminId, taskId, action: intent });
  } catch (error) {
    const { data: refusal, init } = refusedBy(error, form);
    return data(refusal, init ?? {});
  }
  return redirect(`/admin/tasks?done=${intent}`, 303);
});

export default function Tasks() {
  const { tasks, failed, retrying, page, pageCount, dropping, done } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="page">
      <PageHeader
        lede={`${failed.toLocaleString("en-US")} ran out of tries; ${retrying.toLocaleString("en-US")} wait for their next one.`}
        title="Failed tasks"
      />
      {done ? <Notice title={done} tone="success" /> : null}
      <FormSummary form={form} />
      {tasks.length === 0 ? (
        <EmptyState title="Nothing has failed">
          Mails and other background tasks that ran out of tries appear here, with what went wrong.
        </EmptyState>
      ) : (
        <FailedTasks dropping={dropping} tasks={tasks} />
      )}
      <Pagination
        hrefFor={(number) => `/admin/tasks?page=${number}`}
        page={page}
        pageCount={pageCount}
      />
    </div>
  );
}
