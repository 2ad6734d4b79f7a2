import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { Button } from "#app/components/button.tsx";
import { Facts } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { When } from "#app/components/when.tsx";
import { readSearchState } from "#app/features/admin/read-search.server.ts";
import { askForRebuild, retryMark } from "#app/features/admin/task-decisions.server.ts";
import { handled } from "#app/web/handled.server.ts";
import { readForm } from "#app/web/read-form.server.ts";
import { uuidParam } from "#app/web/uuid-param.server.ts";

const DONE: Record<string, string> = {
  rebuild: "The worker builds the index anew. Searches go on meanwhile.",
  retry: "The document goes to the engine again within seconds.",
};

export const meta: MetaFunction = () => [{ title: "Search index · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  await requireAdmin({ request, context });
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return { ...(await readSearchState(context.deps)), done: DONE[done] ?? null };
});

export const action = handled(async ({ request, context }: ActionFunctionArgs) => {
  const { userId: adminId } = await requireAdmin({ request, context });
  const form = await readForm(request);
  switch (form.get("intent")) {
    case "rebuild":
      await askForRebuild(context.deps, { adminId });
      return redirect("/admin/search?done=rebuild", 303);
    case "retry":
      await retryMark(context.deps, { adminId, jobId: uuidParam(String(form.get("job"))) });
      return redirect("/admin/search?done=retry", 303);
    default:
      return redirect("/admin/search", 303);
  }
});

export default function SearchIndex() {
  const state = useLoaderData<typeof loader>();
  const figure = (count: number) => count.toLocaleString("en-US");
  return (
    <div className="page page--reading">
      <PageHeader
        lede="Postgres holds the jobs; the index is a copy that follows within seconds."
        title="Search index"
      />
      {state.done ? <Notice title={state.done} tone="success" /> : null}
      <Facts
        items={[
          { term: "Public jobs", detail: figure(state.published) },
          {
            term: "Documents in the index",
            detail: !state.hasEngine
              ? "There is no engine here: search runs on Postgres"
              : state.documents === null
                ? "The engine does not answer; search runs on Postgres meanwhile"
                : figure(state.documents),
          },
          {
            term: "Behind by",
            detail:
              state.waiting === 0
                ? "Nothing"
                : `${figure(state.waiting)} ${state.waiting === 1 ? "change" : "changes"}, the oldest ${figure(state.lagSeconds)} s old`,
          },
          { term: "Refused documents", detail: figure(state.deadCount) },
        ]}
      />
      {state.dead.length > 0 ? (
        <section aria-labelledby="refused">
          <h2 id="refused">Refused by the engine</h2>
          <ul className="board-list">
            {state.dead.map((mark) => (
              <li key={mark.jobId}>
                <div>
                  <Link to={`/admin/jobs/${mark.jobId}`}>{mark.title ?? "A job that is gone"}</Link>
                  <p className="board-words small">{mark.error}</p>
                  <p className="soft small">
                    <When at={mark.deadAt} kind="datetime" />
                  </p>
                </div>
                <Form method="post">
                  <input name="job" type="hidden" value={mark.jobId} />
                  <Button name="intent" size="small" value="retry" variant="secondary">
                    Try again<span className="visually-hidden">: {mark.title}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {state.hasEngine ? (
        <section aria-labelledby="rebuild">
          <h2 id="rebuild">Build it anew</h2>
          <p>
            A new index is built beside this one and takes its place when it is whole. Searches go
            on, and jobs published meanwhile appear. With 100,000 jobs it takes some minutes.
          </p>
          <Form className="form-actions" method="post">
            <Button name="intent" value="rebuild" variant="secondary">
              Build the index anew
            </Button>
          </Form>
        </section>
      ) : null}
    </div>
  );
}
