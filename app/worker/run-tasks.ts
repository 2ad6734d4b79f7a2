import { PgBoss } from "pg-boss";
import { ZodError } from "zod";
import { MailRefused } from "#app/platform/mailer.server.ts";
import { SCHEDULE } from "./schedule.ts";
import { type RunTask, TASKS } from "./tasks.ts";
import type { WorkerDeps } from "./worker-deps.ts";

export interface TaskRunner {
  /** Takes no new task, waits for those in hand up to `timeoutMs`, and hands the rest back. */
  stop(timeoutMs: number): Promise<void>;
}

// A dead worker's tasks are seen within this many seconds of their missing heartbeat.
const WATCH_SECONDS = 10;

/** Starts taking tasks. `schedule: false` leaves the recurring ones out (tests run them by hand). */
export async function startTaskRunner(
  deps: WorkerDeps,
  { databaseUrl, schedule = true }: { databaseUrl: string; schedule?: boolean },
): Promise<TaskRunner> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: "careercenter-tasks",
    max: 4,
    migrate: false,
    schedule,
    useListenNotify: true,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
    maintenanceIntervalSeconds: 300,
  });
  boss.on("error", (error) => deps.log.error({ err: error }, "the task runner met an error"));
  boss.on("warning", ({ message, data }) => deps.log.warn({ data }, message));
  await boss.start();
  for (const [name, run] of Object.entries(TASKS)) await take(boss, deps, name, run);
  if (schedule) await keepSchedule(boss);
  return { stop: (timeoutMs) => boss.stop({ graceful: true, timeout: timeoutMs }) };
}

/** Makes the stored schedule say what `schedule.ts` says, and no more. */
async function keepSchedule(boss: PgBoss): Promise<void> {
  for (const [name, cron] of Object.entries(SCHEDULE)) await boss.schedule(name, cron);
  const stored = await boss.getSchedules();
  for (const { name } of stored) if (!(name in SCHEDULE)) await boss.unschedule(name);
}

// A batch is settled as a whole, so it is small and runs at once: a crash repeats at most these few.
const POLLING = {
  batchSize: 5,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 2,
  perJobResults: true,
} as const;

async function take(boss: PgBoss, deps: WorkerDeps, name: string, run: RunTask): Promise<void> {
  await boss.work(name, POLLING, (tasks) =>
    Promise.all(
      tasks.map(async ({ id, data, signal }) => ({
        id,
        ...(await outcomeOf(deps, name, () => run(deps, data, { id, signal }))),
      })),
    ),
  );
}

type Outcome = { status: "completed" | "failed" | "deadletter"; output?: { message: string } };

/** What a failure says is logged and kept without the payload, which may hold personal data. */
async function outcomeOf(
  deps: WorkerDeps,
  name: string,
  run: () => Promise<void>,
): Promise<Outcome> {
  try {
    await run();
    return { status: "completed" };
  } catch (error) {
    deps.log.error({ err: error, task: name }, "a task failed");
    const hopeless = error instanceof MailRefused || error instanceof ZodError;
    const message = error instanceof Error ? error.message : String(error);
    return { status: hopeless ? "deadletter" : "failed", output: { message } };
  }
}
