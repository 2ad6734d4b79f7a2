import { describe, expect, it } from "vitest";
import type { Proposal } from "#app/domain/profile-proposals/proposal.ts";
import { acceptProposals } from "#app/features/applicants/proposals/accept-proposals.server.ts";
import { acceptFromReading } from "#app/features/applicants/resume-reading/accept-from-reading.server.ts";
import { readResumeFile } from "#app/features/applicants/resume-reading/read-resume-file.server.ts";
import { uploadResume } from "#app/features/applicants/upload-resume.server.ts";
import { updateProfileDraft } from "#db/queries/profile-writes.ts";
import { readProfile } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makePdf } from "#test/fixtures/resumes.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();
const source = { text: "as written", place: "" };

const mohs = (months: number | null): Proposal => ({
  kind: "family",
  key: "family-cpt-skin-mohs",
  value: { familyId: "cpt-skin-mohs", months, lastUsedOn: null, accuracyPercent: null },
  source,
});
const ccs: Proposal = {
  kind: "credential",
  key: "credential-CCS",
  value: { code: "CCS", issuer: "AHIMA", number: "9", earnedOn: null, expiresOn: "2028-01-31" },
  source,
};

const accept = (userId: string, version: number, accepted: readonly Proposal[]) =>
  acceptProposals(world.deps, { userId, version, accepted });

describe("accepted proposals", () => {
  it("join what the profile holds, and touch nothing else", async () => {
    const { user, profile } = await makeApplicant(world.deps.db);
    const before = await readProfile(world.deps.db, user.id);
    await accept(user.id, profile.version, [mohs(12), ccs]);
    const { profile: after, version } = await readProfile(world.deps.db, user.id);
    expect(version).toBe(before.version + 1);
    const { experience, credentials, ...rest } = after;
    const { experience: _, credentials: __, ...restBefore } = before.profile;
    expect(rest).toEqual(restBefore);
    expect(experience.map(({ familyId }) => familyId)).toEqual([
      "cpt-coronary-intervention",
      "cpt-skin-mohs",
    ]);
    expect(credentials.map(({ code, status }) => [code, status])).toEqual([
      ["CPC", "self-reported"],
      ["CCS", "self-reported"],
    ]);
  });

  it("are refused whole over a profile saved meanwhile, or one with unsaved changes", async () => {
    const { user, profile } = await makeApplicant(world.deps.db);
    await expect(accept(user.id, profile.version - 1, [ccs])).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const draft = { headline: ["typed"] };
    await updateProfileDraft(world.deps.db, { userId: user.id, version: profile.version, draft });
    await expect(accept(user.id, profile.version, [ccs])).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const stored = await readProfile(world.deps.db, user.id);
    expect(stored.draft).toEqual(draft);
    expect(stored.profile.credentials).toHaveLength(1);
  });

  it("go in once, however many windows send them at once", async () => {
    const { user, profile } = await makeApplicant(world.deps.db);
    const sent = await Promise.allSettled(
      Array.from({ length: 50 }, () => accept(user.id, profile.version, [ccs, mohs(6)])),
    );
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { profile: after, version } = await readProfile(world.deps.db, user.id);
    expect(version).toBe(profile.version + 1);
    expect(after.credentials).toHaveLength(2);
  });

  it("keep a verification that says the same, and lose one they contradict", async () => {
    const { user, profile } = await makeApplicant(world.deps.db, { credentials: ["CCS"] });
    await world.deps.db
      .updateTable("applicantCredentials")
      .set({ status: "verified", issuer: "AHIMA", number: "9", expiresOn: "2028-01-31" })
      .where("userId", "=", user.id)
      .execute();
    await accept(user.id, profile.version, [ccs]);
    const same = await readProfile(world.deps.db, user.id);
    expect(same.profile.credentials[0]?.status).toBe("verified");
    await accept(user.id, same.version, [
      { ...ccs, value: { ...ccs.value, number: "10" } } as Proposal,
    ]);
    const other = await readProfile(world.deps.db, user.id);
    expect(other.profile.credentials[0]?.status).toBe("self-reported");
  });

  it("are refused when they would outgrow what a profile may hold", async () => {
    const { user, profile } = await makeApplicant(world.deps.db);
    const jobs = Array.from(
      { length: 31 },
      (_, at): Proposal => ({
        kind: "work",
        key: `work-${at}`,
        value: {
          employer: `Employer ${at}`,
          title: "Coder",
          setting: null,
          startedOn: null,
          endedOn: null,
          summary: "",
        },
        source,
      }),
    );
    await expect(accept(user.id, profile.version, jobs)).rejects.toMatchObject({
      code: "incomplete",
    });
    expect((await readProfile(world.deps.db, user.id)).profile.work).toEqual([]);
  });
});

describe("the form of a reading", () => {
  const readInto = async (text: string) => {
    const { user, profile } = await makeApplicant(world.deps.db);
    const bytes = makePdf(text);
    const answer = await uploadResume(world.deps, { userId: user.id, filename: "cv.pdf", bytes });
    if (!answer.ok) throw new Error(answer.sentence);
    await readResumeFile(world.deps, answer);
    return { userId: user.id, resumeId: answer.resumeId, version: profile.version };
  };
  const formOf = (fields: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return form;
  };

  it("takes what is ticked and nothing else, with the months typed", async () => {
    const { version, ...ids } = await readInto("Dana Reed, CCS, COC. Mohs 17311 and EGD 43235");
    const form = formOf([
      ["version", String(version)],
      ["accept", "credential-CCS"],
      ["accept", "family-cpt-skin-mohs"],
      ["accept", "credential-RHIA"],
      ["months.family-cpt-skin-mohs", "18"],
    ]);
    expect(await acceptFromReading(world.deps, { ...ids, form })).toEqual({ ok: true });
    const { profile } = await readProfile(world.deps.db, ids.userId);
    expect(profile.credentials.map(({ code }) => code)).toEqual(["CPC", "CCS"]);
    expect(profile.experience.map(({ familyId, months }) => [familyId, months])).toEqual([
      ["cpt-coronary-intervention", 36],
      ["cpt-skin-mohs", 18],
    ]);
  });

  it("asks for the months a text does not state, and for at least one tick", async () => {
    const { version, ...ids } = await readInto("Dana Reed. Mohs 17311 and EGD 43235");
    const nothing = formOf([["version", String(version)]]);
    expect(await acceptFromReading(world.deps, { ...ids, form: nothing })).toMatchObject({
      ok: false,
      status: 422,
      form: { errors: { accept: ["Tick what should go into your profile."] } },
    });
    const noMonths = formOf([
      ["version", String(version)],
      ["accept", "family-cpt-skin-mohs"],
      ["months.family-cpt-skin-mohs", "many"],
    ]);
    const refused = await acceptFromReading(world.deps, { ...ids, form: noMonths });
    expect(refused).toMatchObject({ ok: false, status: 422 });
    expect(refused.ok ? {} : refused.form.values).toMatchObject({
      accept: ["family-cpt-skin-mohs"],
      "months.family-cpt-skin-mohs": ["many"],
    });
  });

  it("is nobody else's", async () => {
    const ids = await readInto("Dana Reed, CCS");
    const { user: other } = await makeApplicant(world.deps.db);
    const form = formOf([["accept", "credential-CCS"]]);
    await expect(
      acceptFromReading(world.deps, { ...ids, userId: other.id, form }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
