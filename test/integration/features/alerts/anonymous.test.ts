import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { parseJobSearch } from "#app/domain/parse-job-search.ts";
import { KEPT_DAYS } from "#app/domain/retention.ts";
import { signUp } from "#app/features/accounts/sign-up.server.ts";
import { verifyEmail } from "#app/features/accounts/verify-email.server.ts";
import { askForAlerts } from "#app/features/alerts/ask-for-alerts.server.ts";
import {
  confirmAlerts,
  neverAlert,
  readAlertRequest,
  refuseAlerts,
} from "#app/features/alerts/confirm-alerts.server.ts";
import { readSavedSearches } from "#app/features/alerts/read-saved-searches.server.ts";
import { runAlerts } from "#app/features/alerts/run-alerts.server.ts";
import { saveSearch } from "#app/features/alerts/save-search.server.ts";
import { sendDigest } from "#app/features/alerts/send-digest.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { applyRetention } from "#app/worker/apply-retention.ts";
import { findByManageToken } from "#db/queries/alert-addresses.ts";
import { liftSuppression } from "#db/queries/alert-suppressions.ts";
import { listSavedSearches } from "#db/queries/saved-searches.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeJob } from "#test/factories/job.ts";
import { PASSWORD, unique } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const freshEmail = () => `alerts-${unique()}@example.org`;
const freshIp = () => `198.51.100.${Math.floor(Math.random() * 250)}`;

async function ask(email: string, query = "state=WY", ip = freshIp()) {
  const search = parseJobSearch(new URLSearchParams(query));
  await askForAlerts(world.deps, { email, search, frequency: "instant", ip });
}

const mailsTo = async (email: string) =>
  (await world.mails()).filter(({ to }) => to.address === email);

async function tokenFor(email: string): Promise<string> {
  const mail = (await mailsTo(email)).at(-1);
  return /\/alerts\/confirm\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "none";
}

async function subscribed(email: string, query = "state=WY"): Promise<string> {
  await ask(email, query);
  return (await confirmAlerts(world.deps, await tokenFor(email))) ?? "";
}

async function addressId(manageToken: string): Promise<string> {
  return (await findByManageToken(world.deps.db, manageToken))?.id ?? "";
}

/** What goes out for new jobs now, to one address. */
async function deliver(email: string): Promise<Mail[]> {
  const sent: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void sent.push(mail), close() {} };
  await runAlerts(world.deps);
  for (const payload of await world.tasks("send-digest")) {
    await sendDigest({ ...world.deps, mailer }, payload);
  }
  return sent.filter(({ to }) => to.address === email);
}

describe("Alerts without an account", () => {
  it("begin with the press of a button behind a mailed link, which works once", async () => {
    const email = freshEmail();
    await ask(email, "q=zq-typed-by-a-stranger&state=WY");
    const [mail] = await mailsTo(email);
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toContain("zq-typed");
    const token = await tokenFor(email);
    expect(await readAlertRequest(world.deps, token)).toMatchObject({ email });
    expect(await readAlertRequest(world.deps, token)).toMatchObject({ email });
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => confirmAlerts(world.deps, token)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readAlertRequest(world.deps, token)).toBeNull();
    const { rows } = await sql<{ stored: string }>`
      select coalesce(string_agg(to_jsonb(r)::text, ''), '') as stored from alert_requests as r`.execute(
      world.deps.db,
    );
    expect(rows[0]?.stored).not.toContain(token);
  });

  it("send nothing before that, and new jobs with a way out after", async () => {
    const email = freshEmail();
    await ask(email, "state=MT");
    await makeJob(world.deps.db, { eligibleStates: ["MT"] });
    expect(await deliver(email)).toEqual([]);
    const manage = (await confirmAlerts(world.deps, await tokenFor(email))) ?? "";
    const job = await makeJob(world.deps.db, { eligibleStates: ["MT"] });
    const [mail, ...more] = await deliver(email);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(job.slug);
    expect(mail?.text).toContain(`/alerts/manage/${manage}`);
    expect(mail?.headers?.["List-Unsubscribe"]).toMatch(/^<http.*\/alerts\/stop\/[\w-]{43}>$/);
    expect(mail?.headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(await deliver(email)).toEqual([]);
  });

  it("answer the same for addresses known and unknown, asked too often or not to be mailed", async () => {
    const { user } = await makeApplicant(world.deps.db);
    const never = freshEmail();
    await neverAlert(world.deps, never);
    const often = freshEmail();
    for (const email of [user.email, freshEmail(), never, ...Array(7).fill(often)]) {
      expect(await ask(email)).toBeUndefined();
    }
    expect(await mailsTo(user.email)).toHaveLength(1);
    expect(await mailsTo(never)).toEqual([]);
    expect(await mailsTo(often)).toHaveLength(5);
  }, 30_000);

  it("are refused to a caller who asks again and again", async () => {
    const asked = Array.from({ length: 21 }, () => ask(freshEmail(), "state=WY", "203.0.113.77"));
    const answers = await Promise.allSettled(asked);
    const refused = answers.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: "too-many-attempts" } });
  });

  it("end for good for an address that wants no mail, whatever was asked before or is asked after", async () => {
    const email = freshEmail();
    const manage = await subscribed(email, "state=NV");
    await ask(email, "state=NM");
    const open = await tokenFor(email);
    await ask(email, "state=NH");
    await refuseAlerts(world.deps, await tokenFor(email));
    expect(await findByManageToken(world.deps.db, manage)).toBeNull();
    await expect(confirmAlerts(world.deps, open)).rejects.toMatchObject({ code: "token-invalid" });
    const before = (await mailsTo(email)).length;
    await ask(email.toUpperCase(), "state=NV");
    expect(await mailsTo(email.toUpperCase())).toEqual([]);
    await makeJob(world.deps.db, { eligibleStates: ["NV"] });
    expect(await deliver(email)).toEqual([]);
    expect(await mailsTo(email)).toHaveLength(before);
  });

  it("stop an account's alerts too, until the person logged in takes that back", async () => {
    const { user } = await makeApplicant(world.deps.db);
    const search = parseJobSearch(new URLSearchParams("state=RI"));
    await saveSearch(world.deps, { userId: user.id, search, frequency: "instant" });
    await neverAlert(world.deps, user.email);
    await makeJob(world.deps.db, { eligibleStates: ["RI"] });
    expect(await deliver(user.email)).toEqual([]);
    await liftSuppression(world.deps.db, user.id);
    await makeJob(world.deps.db, { eligibleStates: ["RI"] });
    expect(await deliver(user.email)).toHaveLength(1);
  });

  it("stand on a page of their own and on nobody else's", async () => {
    const [mine, other] = [await subscribed(freshEmail()), await subscribed(freshEmail())];
    const deletedId = null;
    const own = { alertAddressId: await addressId(mine), deletedId };
    const lines = await readSavedSearches(world.deps, own);
    expect(lines).toMatchObject([{ status: "active", feedHref: null }]);
    const theirs = await listSavedSearches(world.deps.db, {
      alertAddressId: await addressId(other),
      deletedId,
    });
    expect(theirs.map(({ id }) => id)).not.toContain(lines[0]?.id);
  });

  it("belong to the account once the address signs up and verifies, or has one", async () => {
    const email = freshEmail();
    const manage = await subscribed(email, "state=DE");
    await makeJob(world.deps.db, { eligibleStates: ["DE"] });
    expect(await deliver(email)).toHaveLength(1);
    const person = { kind: "applicant", name: "New", email, password: PASSWORD } as const;
    await signUp(world.deps, { ...person, ip: "192.0.2.9" });
    expect(await findByManageToken(world.deps.db, manage)).not.toBeNull();
    const mail = (await mailsTo(email)).at(-1);
    const token = /\/verify-email\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "none";
    await verifyEmail(world.deps, { token, ip: "192.0.2.9", userAgent: "Firefox" });
    expect(await findByManageToken(world.deps.db, manage)).toBeNull();
    const account = await world.deps.db
      .selectFrom("users")
      .select("id")
      .where("email", "=", email)
      .executeTakeFirstOrThrow();
    await ask(email, "state=MD");
    expect(await confirmAlerts(world.deps, await tokenFor(email))).toBeNull();
    const saved = { userId: account.id, deletedId: null };
    expect(await listSavedSearches(world.deps.db, saved)).toHaveLength(2);
    expect(await deliver(email)).toEqual([]);
  });
});

describe("Retention of alerts", () => {
  it("deletes what nobody confirmed, searches long deleted, settled digests and idle addresses", async () => {
    const { db } = world.deps;
    const [late, waiting, gone, staying] = [freshEmail(), freshEmail(), freshEmail(), freshEmail()];
    await ask(late);
    await ask(waiting);
    const [gonePage, stayingPage] = [
      await subscribed(gone, "state=IA"),
      await subscribed(staying, "state=IA"),
    ];
    await makeJob(db, { eligibleStates: ["IA"] });
    expect(await deliver(staying)).toHaveLength(1);
    const daysAgo = (days: number) => sql<Date>`now() - make_interval(days => ${days})`;
    const requests = db.updateTable("alertRequests").where("email", "=", late);
    await requests.set({ createdAt: daysAgo(KEPT_DAYS.alertRequest + 1) }).execute();
    expect(await readAlertRequest(world.deps, await tokenFor(late))).toBeNull();
    await db
      .updateTable("savedSearches")
      .set({ status: "deleted", statusChangedAt: daysAgo(KEPT_DAYS.deletedSearch + 1) })
      .where("alertAddressId", "=", await addressId(gonePage))
      .execute();
    await db
      .updateTable("savedSearchDigests")
      .set({ settledAt: daysAgo(KEPT_DAYS.settledDigest + 1) })
      .execute();
    await applyRetention(world.deps);
    expect(await readAlertRequest(world.deps, await tokenFor(waiting))).not.toBeNull();
    expect(await findByManageToken(db, gonePage)).toBeNull();
    expect(await findByManageToken(db, stayingPage)).not.toBeNull();
    expect(await db.selectFrom("savedSearchDigests").select("id").execute()).toEqual([]);
    const { rows } = await sql<{ orphans: number }>`
      select count(*) as orphans from saved_search_matches
      where not exists (select from saved_searches where id = saved_search_id)`.execute(db);
    expect(rows[0]?.orphans).toBe(0);
    // What was told stays told although the digest's own row is gone.
    await sql`insert into unmatched_jobs (job_id) select id from jobs on conflict do nothing`.execute(
      db,
    );
    expect(await deliver(staying)).toEqual([]);
  });
});
