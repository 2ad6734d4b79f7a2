import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { matchNewJobs, matchSome } from "#app/features/alerts/match-new-jobs.server.ts";
import { askForDigests, runAlerts } from "#app/features/alerts/run-alerts.server.ts";
import { saveSearch } from "#app/features/alerts/save-search.server.ts";
import { sendDigest } from "#app/features/alerts/send-digest.server.ts";
import { findJobs } from "#app/features/job-search/find-jobs.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { insertHiddenJob } from "#db/queries/job-marks.ts";
import { listSavedSearches, stopByToken, updateSavedSearch } from "#db/queries/saved-searches.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeVariedJobs } from "#test/support/varied-jobs.ts";

const world = setUpDeps();
const search = (query: string) => parseJobSearch(new URLSearchParams(query));

type Frequency = "instant" | "daily" | "weekly";

async function subscriber(query: string, frequency: Frequency = "instant") {
  const { user } = await makeApplicant(world.deps.db);
  const id = await saveSearch(world.deps, { userId: user.id, search: search(query), frequency });
  return { userId: user.id, email: user.email, id };
}

function post() {
  const sent: { mail: Mail; id: string }[] = [];
  const mailer = {
    send: async (mail: Mail, { id }: { id: string }) => void sent.push({ mail, id }),
    close() {},
  };
  return { sent, deps: { ...world.deps, mailer } };
}

/** Everything due for one person, sent by two workers at once. */
async function deliver(email: string) {
  const { sent, deps } = post();
  await Promise.all([runAlerts(deps), runAlerts(deps)]);
  for (const payload of await world.tasks("send-digest")) {
    await Promise.allSettled([sendDigest(deps, payload), sendDigest(deps, payload)]);
  }
  return sent.map(({ mail }) => mail).filter(({ to }) => to.address === email);
}

describe("Alerts", () => {
  it("tell once of a new job that fits and never of one that does not", async () => {
    const { email } = await subscriber("state=VT&mode=remote");
    const fits = await makeJob(world.deps.db, { workMode: "remote", eligibleStates: ["VT"] });
    await makeJob(world.deps.db, { workMode: "remote", eligibleStates: ["TX"] });
    const [mail, ...more] = await deliver(email);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(fits.slug);
    expect(mail?.text).toContain("Matched because: ");
    expect(mail?.text.match(/\/jobs\/[^?\s]+-/g)).toHaveLength(1);
    expect(mail?.headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    await sql`insert into unmatched_jobs (job_id) values (${fits.id})`.execute(world.deps.db);
    expect(await deliver(email)).toEqual([]);
  });

  it("tell nothing of a job that closed before the mail went out, and send no empty mail", async () => {
    const { email } = await subscriber("state=ND");
    const job = await makeJob(world.deps.db, { eligibleStates: ["ND"] });
    await runAlerts(world.deps);
    await world.deps.db
      .updateTable("jobs")
      .set({ expiresAt: new Date(Date.now() - 60_000) })
      .where("id", "=", job.id)
      .execute();
    expect(await deliver(email)).toEqual([]);
  });

  it("ask for no more digests than may wait at once, and for the others once some were taken", async () => {
    const { db } = world.deps;
    await runAlerts(world.deps);
    const waiting = async () => (await world.tasks("send-digest")).length;
    const before = await waiting();
    for (let nth = 0; nth < 3; nth += 1) await subscriber("state=NH");
    await makeJob(db, { eligibleStates: ["NH"] });
    await matchNewJobs(world.deps);
    await askForDigests(world.deps, before + 2);
    expect(await waiting()).toBe(before + 2);
    await askForDigests(world.deps, before + 2);
    expect(await waiting()).toBe(before + 2);
    await sql`update pgboss.job set state = 'completed' where name = 'send-digest'`.execute(db);
    await askForDigests(world.deps, 2);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pgboss.job where name = 'send-digest' and state < 'active'`.execute(
      db,
    );
    expect(rows[0]?.count).toBe(1);
  });

  it("leave out what the board hid and what the person hid, and keep what is left", async () => {
    const { db } = world.deps;
    const { email, userId } = await subscriber("state=OK");
    const jobs = await Promise.all(
      Array.from({ length: 3 }, () => makeJob(db, { eligibleStates: ["OK"] })),
    );
    const [closed, hidden, open] = jobs;
    await runAlerts(world.deps);
    await db
      .updateTable("jobs")
      .set({ status: "closed", closeReason: "withdrawn", closedAt: new Date() })
      .where("id", "=", closed?.id ?? "")
      .execute();
    await insertHiddenJob(db, { userId, jobId: hidden?.id ?? "" });
    const [mail, ...more] = await deliver(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^1 new job: /);
    expect(mail?.text).toContain(open?.slug);
    for (const one of [closed, hidden]) expect(mail?.text).not.toContain(one?.slug);
  });

  it("send nothing when the search was paused or stopped between asking and sending", async () => {
    const paused = await subscriber("state=SD");
    const stopped = await subscriber("state=SD&mode=remote");
    await makeJob(world.deps.db, { workMode: "remote", eligibleStates: ["SD"] });
    await runAlerts(world.deps);
    await updateSavedSearch(world.deps.db, paused, { status: "paused" });
    const row = await world.deps.db
      .selectFrom("savedSearches")
      .select("stopToken")
      .where("id", "=", stopped.id)
      .executeTakeFirstOrThrow();
    await stopByToken(world.deps.db, row.stopToken);
    expect(await deliver(paused.email)).toEqual([]);
    expect(await deliver(stopped.email)).toEqual([]);
  });

  it("wait for seven in the morning in New York when they come by the day", async () => {
    const { email, id } = await subscriber("state=AK", "daily");
    await makeJob(world.deps.db, { eligibleStates: ["AK"] });
    expect(await deliver(email)).toEqual([]);
    await sql`update saved_searches set waiting_since = now() - interval '1 day' where id = ${id}`.execute(
      world.deps.db,
    );
    expect(await deliver(email)).toHaveLength(1);
  });

  it("come for more searches than are taken at once, though what some waited for has gone", async () => {
    const { db } = world.deps;
    const { user } = await makeApplicant(db);
    const { rows } = await sql<{ id: string }>`
      insert into saved_searches (user_id, params, asks, frequency, with_hidden, stop_token, waiting_since)
      select ${user.id}, 'q=many' || n, 'many', 'instant', false, ${user.id} || '-' || n, now() - interval '1 hour'
      from generate_series(1, 600) as n returning id`.execute(db);
    const kept = rows.slice(100).map(({ id }) => id);
    const job = await makeJob(db, { eligibleStates: ["HI"] });
    await sql`insert into saved_search_matches (saved_search_id, job_id)
      select id, ${job.id} from unnest(${kept}::uuid[]) as id`.execute(db);
    await sql`delete from pgboss.job where name = 'send-digest'`.execute(db);
    await runAlerts(world.deps);
    const { rows: made } = await sql<{ savedSearchId: string }>`
      select saved_search_id from saved_search_digests join saved_searches as s on s.id = saved_search_id
      where s.user_id = ${user.id}`.execute(db);
    expect(made.map(({ savedSearchId }) => savedSearchId).toSorted()).toEqual(kept.toSorted());
    expect(await world.tasks("send-digest")).toHaveLength(kept.length);
    await sql`delete from saved_searches where user_id = ${user.id}`.execute(db);
    await sql`delete from pgboss.job where name = 'send-digest'`.execute(db);
  });

  it("go on after a worker died in the middle, without telling twice", async () => {
    const { email } = await subscriber("state=HI");
    await makeJob(world.deps.db, { eligibleStates: ["HI"] });
    await expect(
      world.deps.db.transaction().execute(async (trx) => {
        await matchSome(
          {
            db: {
              transaction: () => ({
                execute: (run: never) => (run as (db: typeof trx) => unknown)(trx),
              }),
            } as never,
          },
          50,
        );
        throw new Error("killed");
      }),
    ).rejects.toThrow("killed");
    const { deps } = post();
    const failing = {
      ...deps,
      mailer: { send: () => Promise.reject(new Error("down")), close() {} },
    };
    await runAlerts(failing);
    for (const payload of await world.tasks("send-digest")) {
      await sendDigest(failing, payload).catch(() => {});
    }
    expect(await deliver(email)).toHaveLength(1);
    expect(await deliver(email)).toEqual([]);
  });

  it("are their owner's alone to change", async () => {
    const mine = await subscriber("state=ME");
    const other = await subscriber("state=ME");
    const change = { userId: other.userId, id: mine.id };
    expect(await updateSavedSearch(world.deps.db, change, { status: "deleted" })).toBe(false);
    const own = { userId: mine.userId, deletedId: null };
    expect(await listSavedSearches(world.deps.db, own)).toMatchObject([{ status: "active" }]);
  });
});

const ORACLE = [
  "",
  "q=coder",
  "q=cardiology",
  "q=93590",
  "q=cardiology+remote",
  "q=prof",
  "q=CPC",
  "state=FL",
  "state=FL&state=TX",
  "mode=remote&credential=CPC",
  "credential=not-stated",
  "apprentice=1",
  "payMin=25",
  "payMin=30.5&mode=remote",
  "near=Tampa,+FL",
  "near=Tampa,+FL&radius=500",
  "postedWithin=1",
  "specialty=cardiology&setting=not-stated",
  "type=full-time&q=coding+cardiology",
  "experience=entry&state=CA",
  "near=33602&payMin=20",
  "software=epic",
  "q=orthopedic+ip",
];

async function everyHit(query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const asked = { ...search(query), page };
    const { hits, total } = await findJobs({ ...world.deps, search: null, columns: null }, asked);
    ids.push(...hits.map(({ id }) => id));
    if (hits.length === 0 || ids.length >= total) return ids;
  }
}

describe("The matcher", () => {
  it("finds for each job the searches that list it, no more and no fewer", async () => {
    const { db } = world.deps;
    await makeVariedJobs(db, 60);
    const { user } = await makeApplicant(db);
    const saved = new Map<string, string>();
    for (const query of ORACLE) {
      const id = await saveSearch(world.deps, {
        userId: user.id,
        search: search(query),
        frequency: "daily",
      });
      saved.set(id, query);
    }
    const listed = new Map<string, string[]>();
    for (const [id, query] of saved) listed.set(id, await everyHit(query));
    await sql`insert into unmatched_jobs (job_id) select id from jobs on conflict (job_id) do update set queued_at = now()`.execute(
      db,
    );
    await matchNewJobs(world.deps);
    const rows = await db
      .selectFrom("savedSearchMatches")
      .select(["savedSearchId", "jobId"])
      .where("savedSearchId", "in", [...saved.keys()])
      .execute();
    for (const [id, query] of saved) {
      const found = rows.filter(({ savedSearchId }) => savedSearchId === id);
      const expected = [query, ...(listed.get(id) ?? []).toSorted()];
      expect([query, ...found.map(({ jobId }) => jobId).toSorted()]).toEqual(expected);
    }
  }, 60_000);
});
