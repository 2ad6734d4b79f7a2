import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { changeSavedSearch } from "#app/features/alerts/change-saved-search.server.ts";
import { runAlerts } from "#app/features/alerts/run-alerts.server.ts";
import { saveSearch } from "#app/features/alerts/save-search.server.ts";
import { managedAlertForm, savedSearchForm } from "#app/features/alerts/saved-search.form.ts";
import { sendDigest } from "#app/features/alerts/send-digest.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { ownerOfAddress } from "#db/queries/alert-addresses.ts";
import { holdLedger } from "#db/queries/saved-search-matching.ts";
import { listSavedSearches } from "#db/queries/saved-searches.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeJob } from "#test/factories/job.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

type Frequency = "instant" | "daily" | "weekly";

async function subscriber(state: string, frequency: Frequency = "instant") {
  const { user } = await makeApplicant(world.deps.db);
  const search = parseJobSearch(new URLSearchParams({ state }));
  const id = await saveSearch(world.deps, { userId: user.id, search, frequency });
  return { owner: { userId: user.id }, email: user.email, id };
}

type Subscriber = Awaited<ReturnType<typeof subscriber>>;

const change = ({ owner, id }: Subscriber, frequency: Frequency, title: string | null = null) =>
  changeSavedSearch(world.deps, { owner, change: { intent: "change", id, title, frequency } });

/** Every digest asked for so far, handed to `mailer` by two workers at once; what reached one person. */
async function sendAll(email: string, refuses = false): Promise<Mail[]> {
  const sent: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => {
      sent.push(mail);
      if (refuses) throw new Error("The mail server hung up.");
    },
    close() {},
  };
  for (const payload of await world.tasks("send-digest")) {
    const deps = { ...world.deps, mailer };
    await Promise.allSettled([sendDigest(deps, payload), sendDigest(deps, payload)]);
  }
  return sent.filter(({ to }) => to.address === email);
}

async function deliver(email: string): Promise<Mail[]> {
  await runAlerts(world.deps);
  return sendAll(email);
}

/** As if what waits had been found this many days ago. */
const age = ({ id }: Subscriber, days: number) =>
  sql`update saved_searches set waiting_since = waiting_since - make_interval(days => ${days})
    where id = ${id}`.execute(world.deps.db);

describe("A change of how often", () => {
  it("puts off what was asked for and not yet sent, which then comes once, when it is due", async () => {
    const who = await subscriber("VT");
    const job = await makeJob(world.deps.db, { eligibleStates: ["VT"] });
    await runAlerts(world.deps);
    await change(who, "weekly");
    expect(await sendAll(who.email)).toEqual([]);
    expect(await deliver(who.email)).toEqual([]);
    await age(who, 8);
    const [mail, ...more] = await deliver(who.email);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(job.slug);
    await age(who, 8);
    expect(await deliver(who.email)).toEqual([]);
  });

  it("puts nothing off that was sent, nor what is asked for as it was before", async () => {
    const who = await subscriber("NE");
    await makeJob(world.deps.db, { eligibleStates: ["NE"] });
    await runAlerts(world.deps);
    await change(who, "weekly");
    await change(who, "instant");
    expect(await sendAll(who.email)).toHaveLength(1);
    await change(who, "daily");
    await age(who, 2);
    expect(await deliver(who.email)).toEqual([]);
  });

  it("sends a mail that may have arrived again as the same mail, not as another tomorrow", async () => {
    const who = await subscriber("SD");
    await makeJob(world.deps.db, { eligibleStates: ["SD"] });
    await runAlerts(world.deps);
    const refused = await sendAll(who.email, true);
    expect(refused.length).toBeGreaterThan(0);
    await change(who, "daily");
    expect(await sendAll(who.email)).toHaveLength(1);
    await age(who, 2);
    expect(await deliver(who.email)).toEqual([]);
  });

  it("sends what waited for Monday at once when it is to come within minutes", async () => {
    const who = await subscriber("WV", "weekly");
    const job = await makeJob(world.deps.db, { eligibleStates: ["WV"] });
    expect(await deliver(who.email)).toEqual([]);
    await change(who, "instant");
    const [mail, ...more] = await deliver(who.email);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(job.slug);
    expect(await deliver(who.email)).toEqual([]);
  });

  it("is tried again later while another worker writes the ledger", async () => {
    const who = await subscriber("RI");
    await makeJob(world.deps.db, { eligibleStates: ["RI"] });
    await runAlerts(world.deps);
    await change(who, "daily");
    await world.deps.db.transaction().execute(async (trx) => {
      await holdLedger(trx);
      expect(await sendAll(who.email)).toEqual([]);
    });
    expect(await sendAll(who.email)).toEqual([]);
    await age(who, 2);
    expect(await deliver(who.email)).toHaveLength(1);
  });
});

describe("A saved search", () => {
  it("goes by the name its owner gave it, in the mail too, and by what it asks without one", async () => {
    const who = await subscriber("DE");
    await change(who, "instant", "Close to home");
    await makeJob(world.deps.db, { eligibleStates: ["DE"] });
    const [named] = await deliver(who.email);
    expect(named?.subject).toBe("1 new job: Close to home");
    expect(named?.text).toContain("Close to home (Delaware)");
    await change(who, "instant", null);
    await makeJob(world.deps.db, { eligibleStates: ["DE"] });
    const [plain] = await deliver(who.email);
    expect(plain?.subject).toBe("1 new job: Delaware");
  });

  it("is nobody else's to change, with an account or without", async () => {
    const who = await subscriber("AK");
    const stranger = await subscriber("AK");
    const address = await ownerOfAddress(world.deps.db, {
      email: `other-${who.email}`,
      manageToken: `token-${who.id}`,
    });
    for (const owner of [stranger.owner, address]) {
      expect(owner).not.toEqual(who.owner);
      const asked = { intent: "change", id: who.id, title: "Mine", frequency: "weekly" } as const;
      await expect(changeSavedSearch(world.deps, { owner, change: asked })).rejects.toMatchObject({
        code: "not-found",
      });
    }
    const [line] = await listSavedSearches(world.deps.db, { ...who.owner, deletedId: null });
    expect(line).toMatchObject({ title: null, frequency: "instant" });
  });

  it("takes no frequency there is none of, no endless name, and no feed without an account", () => {
    const asked = { intent: "change", id: crypto.randomUUID(), title: " ", frequency: "daily" };
    expect(savedSearchForm.parse(asked)).toMatchObject({ title: null });
    for (const form of [savedSearchForm, managedAlertForm]) {
      expect(form.safeParse({ ...asked, frequency: "hourly" }).success).toBe(false);
      expect(form.safeParse({ ...asked, title: "n".repeat(81) }).success).toBe(false);
      expect(form.safeParse({ ...asked, id: "1" }).success).toBe(false);
    }
    const { id } = asked;
    expect(savedSearchForm.safeParse({ intent: "new-feed", id }).success).toBe(true);
    expect(managedAlertForm.safeParse({ intent: "new-feed", id }).success).toBe(false);
  });
});
