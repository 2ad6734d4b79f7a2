import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { remindCredentials } from "#app/worker/remind-credentials.ts";
import { replaceStoppedMails } from "#db/queries/stopped-mails.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

/** A holder whose CPC expires so many days from the database's today. */
const holder = async (
  days: number,
  values: { suspendedAt?: Date; emailVerifiedAt?: null } = {},
) => {
  const { user } = await makeApplicant(world.deps.db, { user: values });
  await expireIn(user.id, days);
  return user;
};
const expireIn = async (userId: string, days: number) => {
  await sql`update applicant_credentials set expires_on = (now() at time zone 'utc')::date + ${days}::int
    where user_id = ${userId}`.execute(world.deps.db);
};
const remind = () => remindCredentials(world.deps);
const mailsTo = async (address: string) =>
  (await world.mails()).filter(({ to }) => to.address === address).map(({ subject }) => subject);

describe("reminders of a credential's expiry", () => {
  it.each([
    [91, []],
    [90, ["Your CPC expires in 90 days"]],
    [31, ["Your CPC expires in 31 days"]],
    [7, ["Your CPC expires in 7 days"]],
    [1, ["Your CPC expires in 1 day"]],
    [0, ["Your CPC expires today"]],
    [-1, []],
  ])("with %i days left send what is due, once", async (days, subjects) => {
    const { email } = await holder(days);
    await remind();
    await remind();
    expect(await mailsTo(email)).toEqual(subjects);
  });

  it("come three times as the day comes nearer, and begin anew after a renewal", async () => {
    const user = await holder(90);
    const days = [90, 60, 30, 20, 7, 3, 0];
    for (const left of days) {
      await sql`update credential_reminders set expires_on = (now() at time zone 'utc')::date + ${left}::int
        where credential_id in (select id from applicant_credentials where user_id = ${user.id})`.execute(
        world.deps.db,
      );
      await expireIn(user.id, left);
      await remind();
    }
    expect(await mailsTo(user.email)).toEqual([
      "Your CPC expires in 90 days",
      "Your CPC expires in 30 days",
      "Your CPC expires in 7 days",
    ]);
    await expireIn(user.id, 80);
    await remind();
    expect(await mailsTo(user.email)).toHaveLength(4);
  });

  it("are sent once by fifty workers at once", async () => {
    const { email } = await holder(25);
    await Promise.all(Array.from({ length: 50 }, remind));
    expect(await mailsTo(email)).toEqual(["Your CPC expires in 25 days"]);
  });

  it("pass over who stopped them, is suspended or never verified the address", async () => {
    const stopped = await holder(30);
    await replaceStoppedMails(world.deps.db, { userId: stopped.id, mails: ["credential-expiry"] });
    const suspended = await holder(30, { suspendedAt: new Date() });
    const unverified = await holder(30, { emailVerifiedAt: null });
    await remind();
    for (const { email } of [stopped, suspended, unverified]) {
      expect(await mailsTo(email)).toEqual([]);
    }
    await replaceStoppedMails(world.deps.db, { userId: stopped.id, mails: [] });
    await remind();
    expect(await mailsTo(stopped.email)).toHaveLength(1);
  });

  it("are not sent for a revoked credential", async () => {
    const user = await holder(30);
    await sql`update applicant_credentials set status = 'revoked', revoked_at = now(), revocation = 'Ended.'
      where user_id = ${user.id}`.execute(world.deps.db);
    await remind();
    expect(await mailsTo(user.email)).toEqual([]);
  });
});
