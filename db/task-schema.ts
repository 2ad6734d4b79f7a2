import { PgBoss, type Queue } from "pg-boss";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// A worker that dies stops its heartbeat; with the 10 s watch of `app/worker/main.ts` its task runs again
// within half a minute.
const HEARTBEAT = { heartbeatSeconds: 10 };

/** One at a time, and no backlog: the next tick does what a missed one would have done. */
const recurring = (name: string): Queue => ({
  name,
  policy: "exclusive",
  retryLimit: 0,
  expireInSeconds: 10 * MINUTE,
  deleteAfterSeconds: DAY,
  ...HEARTBEAT,
});

/** Every queue of the worker. Queue options are read when a task is added, so they live with the schema. */
const TASK_QUEUES: readonly Queue[] = [
  {
    name: "send-mail",
    retryLimit: 16,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 2 * HOUR,
    expireInSeconds: 2 * MINUTE,
    retentionSeconds: 3 * DAY,
    // Sent ones go within minutes (purge-sent-mail): one may hold a one-time link. Failed ones wait for an admin.
    deleteAfterSeconds: 7 * DAY,
    notify: true,
    ...HEARTBEAT,
  },
  {
    name: "send-digest",
    retryLimit: 16,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 2 * HOUR,
    expireInSeconds: 2 * MINUTE,
    retentionSeconds: 3 * DAY,
    deleteAfterSeconds: DAY,
    notify: true,
    ...HEARTBEAT,
  },
  {
    name: "tell-applicants",
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 10 * MINUTE,
    deleteAfterSeconds: DAY,
    notify: true,
    ...HEARTBEAT,
  },
  {
    name: "tell-savers",
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 10 * MINUTE,
    deleteAfterSeconds: DAY,
    notify: true,
    ...HEARTBEAT,
  },
  {
    name: "tell-moved",
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 2 * MINUTE,
    deleteAfterSeconds: HOUR,
    ...HEARTBEAT,
  },
  {
    name: "read-resume",
    retryLimit: 3,
    retryDelay: 2,
    // Far beyond the reader's own limits, which end a document that takes long.
    expireInSeconds: 3 * MINUTE,
    deleteAfterSeconds: HOUR,
    notify: true,
    ...HEARTBEAT,
  },
  {
    name: "import-jobs",
    // A killed import goes on where it was.
    retryLimit: 8,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: 15 * MINUTE,
    deleteAfterSeconds: HOUR,
    notify: true,
    ...HEARTBEAT,
  },
  {
    name: "rebuild-search",
    policy: "exclusive",
    retryLimit: 2,
    retryDelay: 60,
    expireInSeconds: 2 * HOUR,
    deleteAfterSeconds: DAY,
    notify: true,
    ...HEARTBEAT,
  },
  recurring("expire-jobs"),
  recurring("publish-scheduled-jobs"),
  recurring("run-alerts"),
  recurring("mark-unanswered"),
  recurring("refresh-reply-records"),
  recurring("warn-of-replies"),
  recurring("ask-still-hiring"),
  recurring("purge-sessions"),
  recurring("purge-tokens"),
  recurring("purge-sent-mail"),
  recurring("delete-orphan-files"),
  recurring("reconcile-search"),
  {
    name: "export-account",
    retryLimit: 3,
    retryDelay: 10,
    expireInSeconds: 10 * MINUTE,
    deleteAfterSeconds: HOUR,
    notify: true,
    ...HEARTBEAT,
  },
  recurring("remind-drafts"),
  recurring("remind-credentials"),
  recurring("purge-accounts"),
  recurring("apply-retention"),
];

/** Installs or upgrades the task tables and their queues; safe to run again. */
export async function installTaskSchema(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 2,
    supervise: false,
    schedule: false,
    migrate: true,
  });
  // Errors also reject the call that met them; an unheard "error" event would end the process.
  boss.on("error", () => {});
  await boss.start();
  try {
    for (const { name, ...options } of TASK_QUEUES) {
      if (!(await boss.getQueue(name))) await boss.createQueue(name, options);
      else {
        const { policy: _policy, partition: _partition, ...changeable } = options;
        await boss.updateQueue(name, changeable);
      }
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
