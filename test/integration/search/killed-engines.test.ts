import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDraft } from "#app/features/jobs/create-draft.server.ts";
import type { Member } from "#app/features/jobs/own-job.server.ts";
import { publishJob } from "#app/features/jobs/publish-job.server.ts";
import { listCapturedMail } from "#app/platform/captured-mail.server.ts";
import { createTaskQueue } from "#app/platform/tasks.server.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { readTypedJob, wholeJob } from "#test/fixtures/job-forms.ts";
import { type KillableSite, startKillableSite, type Victim } from "#test/support/killable-site.ts";
import { searchSteadily } from "#test/support/steady-search.ts";
import { waitUntil } from "#test/support/wait-until.ts";

// Six times this is a thousand.
const PUBLISHES = 170;
const PUBLISHERS = 2;
const FROZEN_MS = 2_000;
const RECOVERY_MS = 60_000;

let site: KillableSite;
let member: Member;

beforeAll(async () => {
  site = await startKillableSite();
  const employer = await makeEmployer(site.db);
  const user = await makeMember(site.db, employer.id, "recruiter");
  member = { employerId: employer.id, userId: user.id };
  // Before any harm: the index of the jobs there already is built.
  await waitUntil(isEqual, RECOVERY_MS);
}, 180_000);
afterAll(() => site?.stop());

async function isEqual(): Promise<boolean> {
  await sleep(200);
  return (await site.differences().catch(() => ["an engine is away"])).length === 0;
}

const form = readTypedJob();
const typed = wholeJob();

/** Sends one form until it is acknowledged, as a person does who sees an error: with the keys it had. */
async function publish(title: string, giveUpAt: number): Promise<string> {
  const deps = { db: site.db, jobReview: "off" as const };
  const [draftKey, publishKey] = [randomUUID(), randomUUID()];
  for (;;) {
    try {
      const read = { ...form, partial: { ...form.partial, title } };
      const { jobId } = await createDraft(deps, { member, read, idempotencyKey: draftKey });
      const seen = { jobId, version: 1 };
      const job = { ...typed, title };
      await publishJob(deps, { member, seen, job, idempotencyKey: publishKey });
      return jobId;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await sleep(100);
    }
  }
}

const FAULTS = {
  killed: (victim: Victim) => site.kill(victim),
  async frozen(victim: Victim) {
    const thaw = await site.freeze(victim);
    await sleep(FROZEN_MS);
    thaw();
  },
};

/** Publishes and searches steadily, does the harm after a fifth of it, and waits until index and database are equal. */
async function publishThrough(label: string, fault: () => Promise<void>) {
  const waiting = Array.from({ length: PUBLISHES }, (_, n) => `${label} coder ${n}`);
  const titles = [...waiting];
  const search = searchSteadily(site.origin, "cath");
  const acknowledged: string[] = [];
  const giveUpAt = Date.now() + RECOVERY_MS;
  const publisher = async () => {
    for (let title = waiting.shift(); title; title = waiting.shift()) {
      acknowledged.push(await publish(title, giveUpAt));
    }
  };
  const publishing = Promise.all(Array.from({ length: PUBLISHERS }, publisher));
  await waitUntil(() => acknowledged.length >= PUBLISHES / 5, 30_000);
  const began = Date.now();
  await fault();
  const ended = Date.now();
  await waitUntil(() => sql`select 1`.execute(site.db).catch(() => null), RECOVERY_MS);
  const answering = Date.now();
  await publishing;
  const published = Date.now();
  await waitUntil(isEqual, RECOVERY_MS);
  const equal = Date.now();
  const answers = await search.stop();
  return { titles, acknowledged, answers, began, ended, answering, published, equal };
}

const rowsOf = async (titles: string[]) => {
  const { rows } = await sql<{ id: string; publications: number }>`
    select id, (select count(*) from job_events where job_id = jobs.id and kind = 'publish') as publications
    from jobs where title = any(${titles}::text[]) and status = 'published'`.execute(site.db);
  return rows;
};

describe.sequential("170 publishes under steady searching", { timeout: 150_000 }, () => {
  for (const victim of ["worker", "Meilisearch", "Postgres"] as const) {
    for (const [how, fault] of Object.entries(FAULTS)) {
      it(`are each found once after the ${victim} was ${how}`, async () => {
        const web = await site.webPid();
        const run = await publishThrough(`${how} ${victim}`, () => fault(victim));

        expect(run.equal - run.ended).toBeLessThan(RECOVERY_MS);
        const rows = await rowsOf(run.titles);
        expect(new Set(run.acknowledged).size).toBe(PUBLISHES);
        expect(rows.map(({ id }) => id).toSorted()).toEqual(run.acknowledged.toSorted());
        expect(rows.filter(({ publications }) => publications !== 1)).toEqual([]);

        const failed = run.answers.filter(({ status }) => status !== 200);
        // Without its records the site can only say so, and when to ask again.
        const excused = failed.filter(
          ({ status, retryAfter, asked, answered }) =>
            victim === "Postgres" &&
            status === 503 &&
            retryAfter !== null &&
            answered > run.began &&
            asked < run.answering + 500,
        );
        expect(failed).toEqual(excused);
        if (victim === "Meilisearch") {
          expect(run.answers.some(({ isBasic }) => isBasic)).toBe(true);
        }
        // It met all of this without being started anew.
        expect(await site.webPid()).toBe(web);
      });
    }
  }

  it("are there when the index is built anew beside them, and no search fails meanwhile", async () => {
    const search = searchSteadily(site.origin, "cath");
    const said = await site.reindex();
    const answers = await search.stop();
    expect(said).toMatch(/rebuilt with 1,\d{3} jobs/);
    expect(answers.filter(({ status, isBasic }) => status !== 200 || isBasic)).toEqual([]);
    await waitUntil(isEqual, RECOVERY_MS);
  });

  it("leave a worker that still does its other tasks", async () => {
    const tasks = createTaskQueue(site.db, () => {});
    const address = "after-all@example.com";
    const mail = {
      to: { name: "Ada", address },
      subject: "Still here",
      text: "t\n",
      html: "<p>h</p>",
    };
    await tasks.open();
    await site.db.transaction().execute((trx) => tasks.enqueue(trx, "send-mail", mail));
    await tasks.close();
    const isSent = async () =>
      (await listCapturedMail(`${site.varDir}/mail`)).some(({ to }) => to.address === address);
    await waitUntil(isSent, RECOVERY_MS);
  });
});
