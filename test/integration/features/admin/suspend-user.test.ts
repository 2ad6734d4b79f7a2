import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { resolveViewer, startSession } from "#app/auth/sessions.server.ts";
import { logIn } from "#app/features/accounts/log-in.server.ts";
import { decideEmployer } from "#app/features/admin/decide-employer.server.ts";
import { liftSuspension, suspendUser } from "#app/features/admin/suspend-user.server.ts";
import { loader as apiLoader } from "#app/routes/api.v1.jobs.ts";
import { findPublicEmployer } from "#db/queries/employer-pages.ts";
import { findPublicJob } from "#db/queries/job-pages.ts";
import { makeEmployer, makeMember } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser, PASSWORD, unique } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";
import { indexJobs } from "#test/support/search-index.ts";

const world = setUpDeps();
const device = { ip: "192.0.2.1", userAgent: "Firefox" };
const reason = "Asked applicants for a fee.";
const makeAdmin = () => makeUser(world.deps.db, { kind: "admin" });
const auditOf = (subjectId: string) =>
  world.deps.db
    .selectFrom("auditEntries")
    .select(["action", "actorId", "details"])
    .where("subjectId", "=", subjectId)
    .orderBy("id")
    .execute();

/** What the API answers to words, as the next request would. */
async function found(q: string, search = world.deps.search): Promise<string[]> {
  const response = await apiLoader({
    request: new Request(`http://localhost:3000/api/v1/jobs?q=${q}`),
    params: {},
    context: { deps: { ...world.deps, search } },
  } as unknown as LoaderFunctionArgs);
  const { hits } = (await response.json()) as { hits: { id: string }[] };
  return hits.map(({ id }) => id);
}

async function poster() {
  const { db } = world.deps;
  const employer = await makeEmployer(db);
  const owner = await makeMember(db, employer.id);
  const word = `zirconium${unique()}`;
  const job = await makeJob(db, { employerId: employer.id, title: `Coder ${word}` });
  await indexJobs(world.deps);
  return { employer, owner, job, word };
}

describe("suspending a person", () => {
  it("ends every session and takes jobs from the page, search, API and stand-in on the next request", async () => {
    const { owner, job, word } = await poster();
    const admin = await makeAdmin();
    const cookies = await Promise.all(
      [1, 2, 3].map(async () => (await startSession(world.deps, owner.id, device)).split(";")[0]),
    );
    expect(await found(word)).toEqual([job.id]);
    await suspendUser(world.deps, { adminId: admin.id, userId: owner.id, reason });
    // The index still holds the document: nothing has drained the marks.
    expect(await found(word)).toEqual([]);
    expect(await found(word, null)).toEqual([]);
    expect(await findPublicJob(world.deps.db, job.slug)).toBeNull();
    for (const cookie of cookies) expect(await resolveViewer(world.deps, cookie)).toBeNull();
    const attempt = { email: owner.email, password: PASSWORD, cookieHeader: null, ...device };
    expect(await logIn(world.deps, attempt)).toEqual({ outcome: "suspended", reason });
    expect(await auditOf(owner.id)).toEqual([
      { action: "user-suspended", actorId: admin.id, details: { reason, sessions: 3 } },
    ]);

    await liftSuspension(world.deps, { adminId: admin.id, userId: owner.id });
    expect(await found(word)).toEqual([job.id]);
    expect(await found(word, null)).toEqual([job.id]);
    expect(await logIn(world.deps, attempt)).toMatchObject({ outcome: "in" });
  });

  it("happens once of fifty at a time, and never to an administrator", async () => {
    const admin = await makeAdmin();
    const { id: userId } = await makeUser(world.deps.db);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        suspendUser(world.deps, { adminId: admin.id, userId, reason }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await auditOf(userId)).toHaveLength(1);
    const other = await makeAdmin();
    await expect(
      suspendUser(world.deps, { adminId: admin.id, userId: other.id, reason }),
    ).rejects.toThrow("administrator");
  });
});

describe("deciding over an employer", () => {
  const decide = async (
    employer: { id: string },
    decision: Parameters<typeof decideEmployer>[1]["decision"],
  ) => {
    const { version } = await world.deps.db
      .selectFrom("employers")
      .select("version")
      .where("id", "=", employer.id)
      .executeTakeFirstOrThrow();
    const { id: adminId } = await makeAdmin();
    await decideEmployer(world.deps, { adminId, employerId: employer.id, version, decision });
  };

  it("takes a suspended one's jobs and page away, while its people can still log in", async () => {
    const { employer, owner, job, word } = await poster();
    await decide(employer, { action: "suspend", reason });
    expect(await found(word)).toEqual([]);
    expect(await findPublicJob(world.deps.db, job.slug)).toBeNull();
    expect(await findPublicEmployer(world.deps.db, employer.slug)).toBeNull();
    const attempt = { email: owner.email, password: PASSWORD, cookieHeader: null, ...device };
    expect(await logIn(world.deps, attempt)).toMatchObject({ outcome: "in" });
    await decide(employer, { action: "lift" });
    expect(await found(word)).toEqual([job.id]);
    expect((await auditOf(employer.id)).map(({ action }) => action)).toEqual([
      "employer-suspended",
      "employer-unsuspended",
    ]);
  });

  it("verifies, and tells the owners; refuses with a reason they read", async () => {
    const { employer, owner } = await poster();
    await decide(employer, { action: "refuse", reason: "The site does not answer." });
    await decide(employer, { action: "verify" });
    const mails = (await world.mails()).filter(({ to }) => to.address === owner.email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      `${employer.name} could not be verified`,
      `${employer.name} is verified`,
    ]);
    expect(mails[0]?.text).toContain("The site does not answer.");
  });

  it("does nothing over one that changed since it was read", async () => {
    const { employer } = await poster();
    const { id: adminId } = await makeAdmin();
    const stale = { adminId, employerId: employer.id, version: employer.version + 1 };
    await expect(
      decideEmployer(world.deps, { ...stale, decision: { action: "verify" } }),
    ).rejects.toThrow("changed after you opened it");
    expect(await auditOf(employer.id)).toEqual([]);
  });
});
