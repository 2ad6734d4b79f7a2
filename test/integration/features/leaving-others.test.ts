import { sql } from "kysely";
import { expect, it } from "vitest";
import { requestDeletion } from "#app/features/leaving/request-deletion.server.ts";
import { deleteTasksNaming } from "#db/queries/account-purge.ts";
import { makeJob } from "#test/factories/job.ts";
import { unique } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { makeMemberViewer } from "#test/support/viewers.ts";

const world = setUpDeps();

it("drops the mail of who leaves, not that of somebody whose address contains theirs", async () => {
  const { db, tasks } = world.deps;
  const own = `an.${unique()}@example.com`;
  const others = [`de${own}`, `${own}.au`, own.replace("an.", "an+")];
  const mail = (address: string, text: string) => ({
    to: { name: "Somebody", address },
    subject: "Hello",
    text,
    html: text,
  });
  await db.transaction().execute(async (trx) => {
    await tasks.enqueue(trx, "send-mail", mail(own, "Hello"));
    await tasks.enqueue(trx, "send-mail", mail("third@example.com", `Log in as\n${own}.`));
    for (const address of others) await tasks.enqueue(trx, "send-mail", mail(address, "Hello"));
  });
  await deleteTasksNaming(db, { userId: "00000000-0000-4000-8000-000000000000", email: own });
  const { rows } = await sql<{ address: string }>`
    select data -> 'to' ->> 'address' as address from pgboss.job
    where name = 'send-mail' and data::text like ${`%${own.slice(3)}%`} order by 1`.execute(db);
  expect(rows.map(({ address }) => address)).toEqual(others.toSorted());
});

it("lets no job of somebody who leaves go public by itself, and tells who saved an open one", async () => {
  const { db } = world.deps;
  const viewer = await makeMemberViewer(db);
  const { employerId } = viewer.membership;
  const open = await makeJob(db, { employerId });
  const scheduled = await makeJob(db, {
    employerId,
    status: "scheduled",
    publishAt: new Date(Date.now() + 86_400_000),
  });
  const reviewed = await makeJob(db, { employerId, status: "in-review" });
  await requestDeletion(world.deps, { viewer });
  const jobs = await db
    .selectFrom("jobs")
    .select(["id", "status", "publishAt"])
    .where("employerId", "=", employerId)
    .execute();
  const statusOf = new Map(jobs.map(({ id, status }) => [id, status]));
  expect([open, scheduled, reviewed].map(({ id }) => statusOf.get(id))).toEqual([
    "closed",
    "draft",
    "draft",
  ]);
  expect((await world.tasks("tell-savers")).map(({ jobId }) => jobId)).toContain(open.id);
});
