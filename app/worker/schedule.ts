import type { RecurringTask } from "./tasks.ts";

/** Every recurring task and when it runs (cron, UTC). */
export const SCHEDULE: Record<RecurringTask, string> = {
  "expire-jobs": "* * * * *",
  "publish-scheduled-jobs": "* * * * *",
  "run-alerts": "* * * * *",
  "mark-unanswered": "* * * * *",
  "refresh-reply-records": "* * * * *",
  // The morning of the working day in every US time zone, or soon before it.
  "warn-of-replies": "0 13 * * *",
  "ask-still-hiring": "20 * * * *",
  "reconcile-search": "*/10 * * * *",
  "purge-sessions": "17 * * * *",
  "purge-sent-mail": "*/5 * * * *",
  "purge-tokens": "37 * * * *",
  "delete-orphan-files": "47 3 * * *",
  "remind-drafts": "27 * * * *",
  // In the morning, as a mail that wants something done should come.
  "remind-credentials": "0 14 * * *",
  "purge-accounts": "7 * * * *",
  "apply-retention": "57 3 * * *",
};
