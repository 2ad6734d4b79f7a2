import { describe, expect, it } from "vitest";
import { saveProfile } from "#app/features/applicants/save-profile.server.ts";
import { readEmployerApplication } from "#app/features/applications/read-employer-application.server.ts";
import {
  type CredentialDecision,
  decideCredential,
} from "#app/features/credentials/decide-credential.server.ts";
import { openEvidence } from "#app/features/credentials/open-evidence.server.ts";
import { readCredentials } from "#app/features/credentials/read-credentials.server.ts";
import { uploadEvidence } from "#app/features/credentials/upload-evidence.server.ts";
import { listAuditEntries } from "#db/queries/audit.ts";
import { findCredentialForBoard, listCredentialsForBoard } from "#db/queries/board-credentials.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { toJson } from "#db/schema/json-column.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeApplication, makeSnapshot } from "#test/factories/application.ts";
import { makeEmployer } from "#test/factories/employer.ts";
import { makeJob } from "#test/factories/job.ts";
import { makeUser } from "#test/factories/user.ts";
import { makePdf } from "#test/fixtures/resumes.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const claim = async () => {
  const { db } = world.deps;
  const admin = await makeUser(db, { kind: "admin" });
  const { user } = await makeApplicant(db);
  const [credential] = await readCredentials(world.deps, user.id);
  const credentialId = credential?.id ?? "";
  await uploadEvidence(world.deps, { userId: user.id, credentialId, bytes: makePdf() });
  return { admin, user, credentialId };
};
type Claim = Awaited<ReturnType<typeof claim>>;

const read = async (id: string) => {
  const row = await findCredentialForBoard(world.deps.db, id);
  if (!row) throw new Error("There is no such credential.");
  return row;
};
const decide = async (
  { admin, credentialId }: Claim,
  decision: CredentialDecision,
  version?: number,
) =>
  decideCredential(world.deps, {
    adminId: admin.id,
    credentialId,
    version: version ?? (await read(credentialId)).version,
    decision,
  });
const mailsTo = async ({ user }: Claim) =>
  (await world.mails()).filter(({ to }) => to.address === user.email).map(({ subject }) => subject);
const audited = async ({ credentialId }: Claim) => {
  const entries = await listAuditEntries(world.deps.db, {
    actorId: null,
    action: null,
    subjectId: credentialId,
    from: null,
    to: null,
    before: null,
    limit: 20,
  });
  return entries.map(({ action, details }) => ({ action, details })).reverse();
};
const verify = { action: "verify", method: "issuer-look-up" } as const;

describe("a credential the board decides over", () => {
  it("is verified with its method, day and administrator; its holder is told, and it is audited", async () => {
    const given = await claim();
    await decide(given, verify);
    expect(await read(given.credentialId)).toMatchObject({
      status: "verified",
      verifiedMethod: "issuer-look-up",
      verifiedBy: given.admin.id,
      verifiedAt: world.clock(),
    });
    expect(await mailsTo(given)).toEqual(["Your CPC is verified"]);
    expect(await audited(given)).toEqual([
      { action: "credential-verified", details: { code: "CPC", method: "issuer-look-up" } },
    ]);
  });

  it("is refused with a reason its holder reads, and can be shown anew", async () => {
    const given = await claim();
    await decide(given, { action: "refuse", reason: "The card is of 2019." });
    const [line] = await readCredentials(world.deps, given.user.id);
    expect(line).toMatchObject({ state: "self-reported", refusal: "The card is of 2019." });
    const [mail] = (await world.mails()).filter(({ to }) => to.address === given.user.email);
    expect(mail?.text).toContain("The card is of 2019.");
    await uploadEvidence(world.deps, {
      userId: given.user.id,
      credentialId: given.credentialId,
      bytes: makePdf("new"),
    });
    expect(await read(given.credentialId)).toMatchObject({
      status: "evidence-uploaded",
      refusal: null,
    });
  });

  it("is revoked for good: no evidence, no edit brings the verification back", async () => {
    const given = await claim();
    await decide(given, verify);
    await decide(given, { action: "revoke", reason: "The issuer ended it." });
    const again = await uploadEvidence(world.deps, {
      userId: given.user.id,
      credentialId: given.credentialId,
      bytes: makePdf(),
    });
    expect(again.ok).toBe(false);
    const { profile, version } = await readProfile(world.deps.db, given.user.id);
    const credentials = profile.credentials.map((one) => ({ ...one, number: "9" }));
    await saveProfile(world.deps, {
      userId: given.user.id,
      input: { ...profile, credentials, version },
    });
    expect(await read(given.credentialId)).toMatchObject({
      status: "revoked",
      revocation: "The issuer ended it.",
    });
  });

  it.each([
    ["refuse", "verified"],
    ["revoke", "evidence-uploaded"],
    ["verify", "revoked"],
  ] as const)("refuses to %s one that is %s", async (action, from) => {
    const given = await claim();
    if (from !== "evidence-uploaded") await decide(given, verify);
    if (from === "revoked") await decide(given, { action: "revoke", reason: "Ended." });
    const decision = action === "verify" ? verify : { action, reason: "Because." };
    await expect(decide(given, decision)).rejects.toMatchObject({ code: "illegal-move" });
    expect((await read(given.credentialId)).status).toBe(from);
  });

  it("is not decided over as it was: an edit meanwhile wants another look", async () => {
    const given = await claim();
    const { version } = await read(given.credentialId);
    const { profile, version: saved } = await readProfile(world.deps.db, given.user.id);
    const credentials = profile.credentials.map((one) => ({ ...one, expiresOn: "2031-01-31" }));
    await saveProfile(world.deps, {
      userId: given.user.id,
      input: { ...profile, credentials, version: saved },
    });
    await expect(decide(given, verify, version)).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  it("is decided once when fifty decide at once", async () => {
    const given = await claim();
    const { version } = await read(given.credentialId);
    const decisions: CredentialDecision[] = [verify, { action: "refuse", reason: "No." }];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, at) => decide(given, decisions[at % 2] ?? verify, version)),
    );
    const codes = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(codes).toHaveLength(25);
    expect(new Set(codes)).toEqual(new Set(["changed-meanwhile"]));
    expect(await mailsTo(given)).toHaveLength(1);
    expect(await audited(given)).toHaveLength(1);
  });

  it("stands in the queue the longest waiting first, until it is decided", async () => {
    const first = await claim();
    world.clock.advance(60);
    const second = await claim();
    const waiting = async () =>
      (
        await listCredentialsForBoard(world.deps.db, { list: "waiting", limit: 100, offset: 0 })
      ).map(({ id }) => id);
    const of = (ids: string[]) =>
      ids.filter((id) => id === first.credentialId || id === second.credentialId);
    expect(of(await waiting())).toEqual([first.credentialId, second.credentialId]);
    await decide(first, verify);
    expect(of(await waiting())).toEqual([second.credentialId]);
  });

  it("has every opening of its evidence in the audit log", async () => {
    const given = await claim();
    const { stream } = await openEvidence(world.deps, {
      adminId: given.admin.id,
      credentialId: given.credentialId,
    });
    stream.destroy();
    expect(await audited(given)).toEqual([{ action: "evidence-opened", details: { code: "CPC" } }]);
  });

  it("reaches applications already sent, with its day and never the member number", async () => {
    const { db } = world.deps;
    const given = await claim();
    const employer = await makeEmployer(db);
    const job = await makeJob(db, { employerId: employer.id });
    const application = await makeApplication(db, {
      jobId: job.id,
      applicantId: given.user.id,
      snapshot: toJson(
        makeSnapshot({
          credentials: [
            {
              code: "CPC",
              issuer: "AAPC",
              number: "",
              earnedOn: null,
              expiresOn: null,
              status: "self-reported",
            },
          ],
        }),
      ),
    });
    const member = await makeUser(db, { kind: "employer" });
    const standing = async () =>
      (
        await readEmployerApplication(world.deps, {
          viewer: {
            userId: member.id,
            kind: "employer",
            name: member.name,
            email: member.email,
            emailVerified: true,
            membership: { employerId: employer.id, role: "recruiter" },
          } as never,
          applicationId: application.id,
        })
      )?.sent?.credentials[0]?.standing;
    expect(await standing()).toBe("self-reported");
    await decide(given, verify);
    world.clock.advance(12 * 86_400);
    expect(await standing()).toBe("verified 12 days ago");
    await decide(given, { action: "revoke", reason: "Ended." });
    expect(await standing()).toBe("revoked");
  });
});
