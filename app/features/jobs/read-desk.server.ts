import { lastDayOpen } from "#app/domain/closing-day.ts";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findDesk } from "#db/queries/employer-desk.ts";

/** One thing that waits for the employer, most pressing first. */
export interface DeskTask {
  key: string;
  to: string;
  title: string;
  words: string;
  pressing: boolean;
}

const plural = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString("en-US")} ${many}`;

/** What needs the employer, and how many jobs stand where. */
export async function readDesk({ db }: Pick<Deps, "db">, employerId: string) {
  const jobs = await findDesk(db, employerId);
  const titled = jobs.map((job) => ({ ...job, title: job.title || "Untitled draft" }));
  const count = (...statuses: JobStatus[]) =>
    jobs.filter(({ status }) => statuses.includes(status)).length;
  const task = (
    job: { id: string; title: string },
    kind: string,
    words: string,
    { path = "", pressing = false } = {},
  ): DeskTask => ({
    key: `${kind}-${job.id}`,
    to: `/employer/jobs/${job.id}${path}`,
    title: job.title,
    words,
    pressing,
  });
  const tasks = [
    ...titled
      .filter(({ overdue }) => (overdue ?? 0) > 0)
      .map((job) =>
        task(
          job,
          "overdue",
          `${plural(job.overdue ?? 0, "reply is", "replies are")} past the date you promised`,
          { path: "/applications", pressing: true },
        ),
      ),
    ...titled
      .filter(({ unread }) => (unread ?? 0) > 0)
      .map((job) =>
        task(job, "unread", plural(job.unread ?? 0, "new application", "new applications"), {
          path: "/applications?stage=submitted",
        }),
      ),
    ...titled
      .filter(({ closesSoon, ended }) => closesSoon && !ended)
      .map((job) =>
        task(
          job,
          "closing",
          `Closes within a week${job.expiresAt ? `, on ${lastDayOpen(job.expiresAt)}` : ""}`,
        ),
      ),
    ...titled
      .filter(({ status }) => status === "rejected")
      .map((job) =>
        task(job, "rejected", "Changes requested before it can be public", { pressing: true }),
      ),
    ...titled
      .filter(({ status }) => status === "draft")
      .slice(0, 5)
      .map((job) => task(job, "draft", "Draft, not public yet", { path: "/edit" })),
  ];
  return {
    tasks: tasks.slice(0, 12),
    counts: { open: count("published"), paused: count("paused"), drafts: count("draft") },
    unread: jobs.reduce((sum, { unread }) => sum + (unread ?? 0), 0),
    total: jobs.length,
  };
}
