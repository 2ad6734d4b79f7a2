import type { Deps } from "#app/platform/deps.server.ts";
import { countCredentialsForBoard } from "#db/queries/board-credentials.ts";
import { countEmployersForBoard } from "#db/queries/board-employers.ts";
import { countSearchMarks } from "#db/queries/board-search.ts";
import { countTroubledTasks } from "#db/queries/board-tasks.ts";
import { countUsers } from "#db/queries/board-users.ts";
import { countReviewQueue } from "#db/queries/job-review.ts";
import { oldestSearchMarkSeconds } from "#db/queries/search-lag.ts";

// Longer, and the index is behind what a worker at work would leave.
const LAG_WORTH_A_LOOK = 60;

/** What waits for the board, each with the way to it. */
export async function readBoard({ db }: Pick<Deps, "db">) {
  const [jobs, employers, credentials, suspended, tasks, marks, lag] = await Promise.all([
    countReviewQueue(db),
    countEmployersForBoard(db, { list: "waiting", q: "" }),
    countCredentialsForBoard(db, "waiting"),
    countUsers(db, { q: "", suspended: true }),
    countTroubledTasks(db),
    countSearchMarks(db),
    oldestSearchMarkSeconds(db),
  ]);
  const lines = [
    {
      to: "/admin/jobs",
      count: jobs.reported,
      one: "reported job",
      many: "reported jobs",
      pressing: jobs.urgent > 0,
      words: jobs.urgent > 0 ? `${jobs.urgent} reported by three people or more` : "",
    },
    { to: "/admin/jobs", count: jobs.inReview, one: "job in review", many: "jobs in review" },
    {
      to: "/admin/employers",
      count: employers,
      one: "employer waiting to be verified",
      many: "employers waiting to be verified",
    },
    {
      to: "/admin/credentials",
      count: credentials,
      one: "credential waiting to be verified",
      many: "credentials waiting to be verified",
    },
    {
      to: "/admin/tasks",
      count: tasks.failed,
      one: "failed task",
      many: "failed tasks",
      pressing: tasks.failed > 0,
      words: tasks.retrying > 0 ? `${tasks.retrying} more will be tried again by themselves` : "",
    },
    {
      to: "/admin/search",
      count: marks.dead,
      one: "document the search engine refuses",
      many: "documents the search engine refuses",
      words: lag > LAG_WORTH_A_LOOK ? `The index is ${Math.round(lag / 60)} minutes behind` : "",
      pressing: lag > LAG_WORTH_A_LOOK,
    },
    {
      to: "/admin/users?suspended=on",
      count: suspended,
      one: "suspended person",
      many: "suspended people",
    },
  ];
  return lines.map(({ one, many, pressing = false, words = "", ...line }) => ({
    ...line,
    label: line.count === 1 ? one : many,
    pressing,
    words,
  }));
}
