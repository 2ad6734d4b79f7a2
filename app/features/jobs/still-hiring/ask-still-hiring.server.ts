import { createHash, randomBytes } from "node:crypto";
import { requireJobStatus } from "#app/domain/job-lifecycle.ts";
import {
  ASK_AFTER_DAYS,
  CONFIRM_LINK_DAYS,
  PAUSE_AFTER_DAYS,
  REMIND_AFTER_DAYS,
} from "#app/domain/still-hiring.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import type { Db } from "#db/client.ts";
import { insertConfirmLink } from "#db/queries/confirm-links.ts";
import {
  type AskedJob,
  askAboutJobs,
  listConfirmingMembers,
  pauseUnconfirmedJobs,
  remindOfJobs,
} from "#db/queries/still-hiring.ts";
import { pausedUnconfirmedEmail, stillHiringEmail } from "./still-hiring.email.ts";

type Given = Pick<Deps, "db" | "tasks" | "origin">;
type Write = (facts: { to: { name: string; address: string }; job: AskedJob; url: string }) => Mail;

/** What the database knows a link by: whoever reads the table cannot open the link. */
export const confirmHashOf = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

/** Asks about up to `limit` published jobs that nobody confirmed for two weeks; answers how many. */
export const askStillHiring = (deps: Given, limit: number): Promise<number> =>
  inOneTransaction(
    deps,
    (trx) => askAboutJobs(trx, { days: ASK_AFTER_DAYS, limit }),
    (facts) => stillHiringEmail(facts, { again: false }),
  );

/** Puts the question once more where it stands unanswered; answers for how many jobs. */
export const remindStillHiring = (deps: Given, limit: number): Promise<number> =>
  inOneTransaction(
    deps,
    (trx) => remindOfJobs(trx, { days: REMIND_AFTER_DAYS, limit }),
    (facts) => stillHiringEmail(facts, { again: true }),
  );

/** Pauses up to `limit` jobs that nobody confirmed in the grace period, and says so; answers how many. */
export const pauseUnconfirmed = (deps: Given, limit: number): Promise<number> =>
  inOneTransaction(
    deps,
    (trx) => {
      const to = requireJobStatus("published", "pause-unconfirmed");
      return pauseUnconfirmedJobs(trx, { days: PAUSE_AFTER_DAYS, limit, to });
    },
    pausedUnconfirmedEmail,
  );

function inOneTransaction(
  deps: Given,
  take: (trx: Db) => Promise<AskedJob[]>,
  write: Write,
): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    const jobs = await take(trx);
    for (const job of jobs) await mailMembers(deps, trx, job, write);
    return jobs.length;
  });
}

/** Each member has a link of their own, so that the job's history can say who answered. */
async function mailMembers(
  { tasks, origin }: Given,
  trx: Db,
  job: AskedJob,
  write: Write,
): Promise<void> {
  for (const { userId, ...to } of await listConfirmingMembers(trx, job.employerId)) {
    const token = randomBytes(32).toString("base64url");
    const tokenHash = confirmHashOf(token);
    await insertConfirmLink(trx, { tokenHash, jobId: job.jobId, userId, days: CONFIRM_LINK_DAYS });
    const url = `${origin}/confirm-job/${token}`;
    await tasks.enqueue(trx, "send-mail", write({ to, job, url }));
  }
}
