import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { runAlerts } from "#app/features/alerts/run-alerts.server.ts";
import { saveSearch } from "#app/features/alerts/save-search.server.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { startSmtpSink } from "#test/support/smtp-sink.ts";
import { waitUntil } from "#test/support/wait-until.ts";
import { startWorkerProcess } from "#test/support/worker-process.ts";

const world = setUpDeps();
const PEOPLE = 12;
// The killed one is in the middle of the second batch.
const HANGS = 7;

const headerOf = (mail: string, name: string): string =>
  new RegExp(`^${name}: (?:.*<)?([^<>\\n]+)>?$`, "m").exec(mail)?.[1] ?? "";

describe("A batch of digests whose worker is killed in the middle", () => {
  it("goes on where it was: everybody hears of the job, nobody as of a second mail", async () => {
    const { db } = world.deps;
    const search = parseJobSearch(new URLSearchParams("state=KS"));
    const emails: string[] = [];
    for (let made = 0; made < PEOPLE; made += 1) {
      const { user } = await makeApplicant(db);
      await saveSearch(world.deps, { userId: user.id, search, frequency: "instant" });
      emails.push(user.email);
    }
    await makeJob(db, { eligibleStates: ["KS"] });
    await runAlerts(world.deps);

    const sink = await startSmtpSink({
      answer: (count) => (count === HANGS ? "hang" : "250 kept"),
    });
    onTestFinished(() => sink.close());
    const first = await startWorkerProcess(world, sink.url);
    await waitUntil(() => sink.mails.length > HANGS, 60_000);
    first.kill("SIGKILL");
    // As when the two minutes that a claim holds have passed.
    await sql`update saved_search_digests set claimed_at = now() - interval '3 minutes' where settled_at is null`.execute(
      db,
    );
    await startWorkerProcess(world, sink.url);
    const open = () =>
      db.selectFrom("savedSearchDigests").select("id").where("settledAt", "is", null).execute();
    await waitUntil(async () => (await open()).length === 0, 90_000);

    const told = new Map<string, Set<string>>();
    for (const mail of sink.mails) {
      const to = headerOf(mail, "To");
      told.set(to, (told.get(to) ?? new Set()).add(headerOf(mail, "Message-ID")));
      expect(mail).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }
    expect([...told.keys()].toSorted()).toEqual(emails.toSorted());
    // Whoever was being written to at that moment may get the same mail again, which their mail program knows by its id.
    expect([...told.values()].map(({ size }) => size)).toEqual(emails.map(() => 1));
    expect(sink.mails.length - PEOPLE).toBeLessThanOrEqual(5);
    await runAlerts(world.deps);
    expect(await open()).toEqual([]);
  }, 180_000);
});
