import { describe, expect, it } from "vitest";
import type { ProfileInput } from "#app/features/applicants/profile.form.ts";
import { saveProfile } from "#app/features/applicants/save-profile.server.ts";
import { saveProfileDraft } from "#app/features/applicants/save-profile-draft.server.ts";
import { readProfile, readProfileSnapshot } from "#db/queries/profiles.ts";
import { makeApplicant } from "#test/factories/applicant.ts";
import { makeUser } from "#test/factories/user.ts";
import { setUpDeps } from "#test/support/deps.ts";

const world = setUpDeps();

const input = (more: Partial<ProfileInput> = {}): ProfileInput => ({
  version: 0,
  headline: "Cath lab coder, CIRCC",
  about: "I like messy multi-vessel cases.\nDay hours.",
  city: "Orlando",
  state: "FL",
  eligibleStates: ["FL", "GA"],
  workModes: ["remote"],
  employmentTypes: ["full-time", "prn"],
  payWishedType: "hourly",
  payWishedMin: 36.5,
  experienceLevel: "senior",
  available: "in 4 weeks",
  specialties: ["interventional-cardiology"],
  settings: ["professional-fee"],
  software: ["epic"],
  experience: [
    {
      familyId: "cpt-structural-septal",
      months: 48,
      lastUsedOn: "2026-10-01",
      accuracyPercent: 97.25,
      volume: 18,
      volumeUnit: "charts-per-day",
    },
    {
      familyId: "cpt-vasc-leg-revasc-legacy",
      months: 84,
      lastUsedOn: null,
      accuracyPercent: null,
      volume: null,
      volumeUnit: null,
    },
  ],
  credentials: [
    {
      code: "CPC",
      issuer: "AAPC",
      number: "0123",
      earnedOn: "2016-05-01",
      expiresOn: "2027-05-31",
    },
    { code: "CIRCC", issuer: "AAPC", number: "", earnedOn: null, expiresOn: null },
  ],
  work: [
    {
      employer: "Seagrape Heart Group",
      title: "Coder",
      setting: "professional-fee",
      startedOn: "2019-02-01",
      endedOn: null,
      summary: "PCI and structural.",
    },
    {
      employer: "Orange Grove Physicians",
      title: "Coder",
      setting: null,
      startedOn: null,
      endedOn: "2019-01-01",
      summary: "",
    },
  ],
  education: [
    {
      institution: "Valencia",
      study: "Health information",
      level: "associate",
      finishedYear: 2016,
    },
  ],
  ...more,
});

const save = (userId: string, more: Partial<ProfileInput> = {}) =>
  saveProfile(world.deps, { userId, input: input(more) });
const statusOf = async (userId: string, code: string) =>
  (await readProfile(world.deps.db, userId)).profile.credentials.find((one) => one.code === code)
    ?.status;

describe("saving a profile", () => {
  it("keeps everything, in the order given, for someone who has none yet", async () => {
    const { id } = await makeUser(world.deps.db);
    await save(id);
    const { version, ...typed } = input();
    const { profile, version: saved } = await readProfile(world.deps.db, id);
    expect(saved).toBe(version + 1);
    const credentials = typed.credentials.map((one) => ({
      ...one,
      status: "self-reported",
      verifiedOn: null,
    }));
    expect(profile).toEqual({ ...typed, credentials });
    expect(await readProfileSnapshot(world.deps.db, id)).toMatchObject({
      headline: typed.headline,
    });
  });

  it("replaces rows, and empties what was emptied", async () => {
    const { user } = await makeApplicant(world.deps.db);
    await save(user.id, {
      version: 1,
      experience: [],
      credentials: [],
      work: [],
      education: [],
      city: null,
    });
    const { profile } = await readProfile(world.deps.db, user.id);
    expect(profile).toMatchObject({ experience: [], credentials: [], work: [], city: null });
  });

  it("refuses a version someone saved over, and changes nothing", async () => {
    const { id } = await makeUser(world.deps.db);
    await save(id);
    await expect(save(id, { headline: "From an older window", work: [] })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const { profile } = await readProfile(world.deps.db, id);
    expect(profile.headline).toBe("Cath lab coder, CIRCC");
    expect(profile.work).toHaveLength(2);
  });

  it("lets one of two simultaneous saves win", async () => {
    const { id } = await makeUser(world.deps.db);
    const both = await Promise.allSettled([
      save(id, { headline: "One" }),
      save(id, { headline: "Two" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("does not touch another applicant's profile", async () => {
    const { user: other } = await makeApplicant(world.deps.db);
    const before = await readProfile(world.deps.db, other.id);
    const { id } = await makeUser(world.deps.db);
    await save(id, { credentials: [] });
    expect(await readProfile(world.deps.db, other.id)).toEqual(before);
  });
});

describe("a verified credential", () => {
  const verify = (userId: string, status: "verified" | "revoked" = "verified") =>
    world.deps.db
      .updateTable("applicantCredentials")
      .set({ status })
      .where("userId", "=", userId)
      .execute();

  it("stays verified when it is saved unchanged, and keeps its row", async () => {
    const { id } = await makeUser(world.deps.db);
    await save(id);
    await verify(id);
    const rows = () =>
      world.deps.db
        .selectFrom("applicantCredentials")
        .select("id")
        .where("userId", "=", id)
        .orderBy("code")
        .execute();
    const before = await rows();
    await save(id, { version: 1, headline: "Another headline" });
    expect(await statusOf(id, "CPC")).toBe("verified");
    expect(await rows()).toEqual(before);
  });

  it("is self-reported again when its number changes, or its code", async () => {
    const { id } = await makeUser(world.deps.db);
    await save(id);
    await verify(id);
    const [cpc, circc] = input().credentials;
    if (!cpc || !circc) throw new Error("two credentials expected");
    await save(id, {
      version: 1,
      credentials: [
        { ...cpc, number: "9999" },
        { ...circc, code: "CCC" },
      ],
    });
    expect(await statusOf(id, "CPC")).toBe("self-reported");
    expect(await statusOf(id, "CCC")).toBe("self-reported");
    expect(await statusOf(id, "CIRCC")).toBeUndefined();
  });

  it("stays revoked whatever its holder edits", async () => {
    const { id } = await makeUser(world.deps.db);
    await save(id);
    await verify(id, "revoked");
    await save(id, {
      version: 1,
      credentials: input().credentials.map((one) => ({ ...one, number: "1" })),
    });
    expect(await statusOf(id, "CPC")).toBe("revoked");
  });
});

describe("a draft", () => {
  const keep = (userId: string, version: number, values: Record<string, string[]> | null) =>
    saveProfileDraft(world.deps, { userId, version, values });
  const draftOf = async (userId: string) => (await readProfile(world.deps.db, userId)).draft;

  it("keeps what was typed, valid or not, and nothing that is not the form's", async () => {
    const { id } = await makeUser(world.deps.db);
    const values = {
      payWishedMin: ["thirty"],
      "work.0.title": ["half\u0000 \ud800"],
      "experience.0.volumeUnit": ["charts-per-day"],
      intent: ["autosave"],
      version: ["0"],
    };
    expect(await keep(id, 0, values)).toBe(true);
    expect(await draftOf(id)).toEqual({
      payWishedMin: ["thirty"],
      "work.0.title": ["half \ufffd"],
      "experience.0.volumeUnit": ["charts-per-day"],
    });
  });

  it("goes when the profile is saved, and an autosave that comes late does not bring it back", async () => {
    const { id } = await makeUser(world.deps.db);
    await keep(id, 0, { headline: ["Old"] });
    await save(id);
    expect(await draftOf(id)).toBeNull();
    expect(await keep(id, 0, { headline: ["Old"] })).toBe(false);
    expect(await draftOf(id)).toBeNull();
  });

  it("goes when it is discarded, and leaves the profile as it was", async () => {
    const { id } = await makeUser(world.deps.db);
    await save(id);
    await keep(id, 1, { headline: ["Never mind"] });
    await keep(id, 1, null);
    const { draft, profile } = await readProfile(world.deps.db, id);
    expect(draft).toBeNull();
    expect(profile.headline).toBe("Cath lab coder, CIRCC");
  });
});
