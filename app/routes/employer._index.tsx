import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireMember } from "#app/auth/guards.server.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { canEditJob } from "#app/domain/policies/job.ts";
import { WaitingMentions } from "#app/features/applications/mention-lines.tsx";
import { readWaitingMentions } from "#app/features/applications/read-mentions.server.ts";
import { readRefusal } from "#app/features/employers/read-refusal.server.ts";
import { StandingNotice } from "#app/features/employers/standing-notice.tsx";
import { readDesk } from "#app/features/jobs/read-desk.server.ts";
import { handled } from "#app/web/handled.server.ts";

export const meta: MetaFunction = () => [{ title: "Your desk · CareerCenter" }];

export const loader = handled(async ({ request, context }: LoaderFunctionArgs) => {
  const viewer = await requireMember({ request, context });
  const { employerId, employerName, employerSlug } = viewer.membership;
  const desk = await readDesk(context.deps, employerId);
  const mentions = await readWaitingMentions(context.deps, viewer);
  return {
    ...desk,
    mentions,
    employerName,
    employerSlug,
    mayPost: canEditJob(viewer, { employerId }),
    refusal: await readRefusal(context.deps.db, employerId),
  };
});

export default function EmployerHome() {
  const { tasks, counts, unread, mentions, total, employerName, employerSlug, mayPost, refusal } =
    useLoaderData<typeof loader>();
  const post = mayPost ? <ButtonLink to="/employer/jobs/new">Post a job</ButtonLink> : null;
  const figures = [
    {
      to: "/employer/jobs?status=published",
      label: "open jobs",
      one: "open job",
      count: counts.open,
    },
    { to: "/employer/jobs?status=paused", label: "paused", one: "paused", count: counts.paused },
    { to: "/employer/jobs?status=draft", label: "drafts", one: "draft", count: counts.drafts },
  ];
  return (
    <div className="page">
      <PageHeader
        actions={total === 0 ? null : post}
        lede={
          <>
            <Link to={`/employers/${employerSlug}`}>See your public page</Link>
            {" · "}
            <Link to="/employer/numbers">Numbers</Link>
          </>
        }
        title={employerName}
      />
      <StandingNotice refusal={refusal} />
      {total === 0 ? (
        <EmptyState action={post} title="Post your first job">
          Say which code families the work needs, what it pays and where a coder may live. Coders
          who have coded those families see it first.
        </EmptyState>
      ) : (
        <>
          <ul aria-label="Your jobs at a glance" className="desk-figures">
            {figures.map(({ to, label, one, count }) => (
              <li key={to}>
                <Link to={to}>
                  <b className="figure">{count.toLocaleString("en-US")}</b>{" "}
                  {count === 1 ? one : label}
                </Link>
              </li>
            ))}
            <li>
              <span>
                <b className="figure">{unread.toLocaleString("en-US")}</b>{" "}
                {unread === 1 ? "new application" : "new applications"}
              </span>
            </li>
          </ul>
          <WaitingMentions mentions={mentions} />
          <section>
            <div className="section-heading">
              <h2>What needs you</h2>
              <Link to="/employer/jobs">All your jobs</Link>
            </div>
            {tasks.length === 0 ? (
              <p className="desk-calm soft">Nothing waits for you.</p>
            ) : (
              <ul className="desk-tasks">
                {tasks.map((task) => (
                  <li data-pressing={task.pressing} key={task.key}>
                    <Link to={task.to}>{task.title}</Link>
                    <span className="soft">{task.words}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </div>
  );
}
