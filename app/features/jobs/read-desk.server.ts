import { dateWords } from "#app/components/when-words.ts";
import { lastDayOpen } from "#app/domain/closing-day.ts";
import type { JobStatus } from "#app/domain/job-lifecycle.ts";
import { pausesAt } from "#app/domain/still-hiring.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findDesk } from "#db/queries/employer-desk.ts";
import { listAwaitedJobs } from "#db/queries/reply-clock.ts";
import { listOpenAsks } from "#db/queries/still-hiring.ts";
import { countdownWords } from "./countdown-words.ts";
import { applicationsOf } from "./repost.server.ts";

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
export async function readDesk({ db, clock }: Pick<Deps, "db" | "clock">, employerId: string) {
  const [jobs, awaited, asks] = await Promise.all([
    findDesk(db, employerId),
    listAwaitedJobs(db, { employerId, limit: 12 }),
    listOpenAsks(db, { employerId, limit: 12 }),
  ]);
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
    ...awaited.map((job) => ({
      key: `clock-${job.jobId}`,
      to: applicationsOf(job.jobId),
      title: job.title,
      words: countdownWords(job, clock()),
      pressing: job.overdue > 0,
    })),
    ...asks.map(({ jobId, title, askedAt }) => ({
      key: `ask-${jobId}`,
      to: `/employer/jobs/${jobId}`,
      title,
      words: `Still hiring? Confirm it, or it is paused on ${dateWords(pausesAt(askedAt).toISOString(), clock())}`,
      pressing: false,
    })),
    ...titled
      .filter(({ pauseReason, status }) => status === "paused" && pauseReason === "unconfirmed")
      .map((job) =>
        task(job, "unconfirmed", "Paused, because nobody confirmed that it is still open", {
          pressing: true,
        }),
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
