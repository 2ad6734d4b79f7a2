import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportJsonResume } from "#app/domain/json-resume/export.ts";
import type { JsonObject } from "#app/domain/json-resume/json-values.ts";
import { proposeFromJsonResume } from "#app/domain/json-resume/propose.ts";
import { mergeProposals } from "#app/domain/profile-proposals/merge-proposals.ts";
import type { ProfileSnapshot } from "#app/domain/profile-snapshot.ts";
import { makeSnapshot } from "#test/factories/application.ts";

const NOW = "2026-11-21T12:00:00.000Z";
const { resolve } = createRequire(import.meta.url);
const json = async (file: string): Promise<JsonObject> =>
  JSON.parse(await readFile(resolve(`@jsonresume/schema/${file}`), "utf8"));

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const isValid = ajv.compile(await json("schema.json"));
const faults = (document: unknown) => (isValid(document) ? [] : (isValid.errors ?? []));

const sample = await json("sample.resume.json");
const account = { name: "Dana Reed", email: "dana@example.com" };
const empty: ProfileSnapshot = {
  ...makeSnapshot(account),
  headline: "",
  about: "",
  city: null,
  state: null,
  eligibleStates: [],
  workModes: [],
  employmentTypes: [],
  payWishedType: null,
  payWishedMin: null,
  experienceLevel: null,
  available: "",
  specialties: [],
  settings: [],
  software: [],
  experience: [],
  credentials: [],
  work: [],
  education: [],
};
const imported = (document: JsonObject, into = empty): ProfileSnapshot => ({
  ...into,
  ...mergeProposals(into, proposeFromJsonResume(document, "2026-11-21")),
});
const kept = (document: JsonObject) => ({
  document,
  accountName: account.name,
  accountEmail: account.email,
});

const coder: ProfileSnapshot = {
  ...empty,
  headline: "Cath lab coder",
  city: "Tampa",
  state: "FL",
  specialties: ["interventional-cardiology"],
  settings: ["professional-fee"],
  software: ["epic", "solventum-360"],
  experience: [
    {
      familyId: "cpt-coronary-intervention",
      months: 36,
      lastUsedOn: "2026-10-01",
      accuracyPercent: 96.5,
      volume: null,
      volumeUnit: null,
    },
  ],
  credentials: [
    {
      code: "CPC",
      issuer: "AAPC",
      number: "01183422",
      earnedOn: "2016-05-01",
      expiresOn: "2027-05-31",
      status: "verified",
    },
    {
      code: "COC-A",
      issuer: "AAPC",
      number: "",
      earnedOn: null,
      expiresOn: null,
      status: "self-reported",
    },
  ],
  work: [
    {
      employer: "Saltmarsh Heart Group",
      title: "Cardiology coder",
      setting: "professional-fee",
      startedOn: "2019-02-01",
      endedOn: null,
      summary: "PCI and cath.",
    },
  ],
  education: [
    { institution: "Valencia Lakes College", study: "HIT", level: "associate", finishedYear: 2015 },
  ],
};

describe("the schema's own sample", () => {
  it("comes back without loss when all of it was accepted", () => {
    expect(exportJsonResume(imported(sample), kept(sample), NOW)).toEqual(sample);
  });

  it("comes back without the job that was taken out of the profile, and with nothing else gone", () => {
    const profile = { ...imported(sample), work: [] };
    const { work: _, ...rest } = sample;
    expect(exportJsonResume(profile, kept(sample), NOW)).toEqual(rest);
  });

  it("comes back with what was changed, its unknown fields beside it", () => {
    const profile = imported(sample);
    const [job] = profile.work;
    const work = job ? [{ ...job, title: "Founder", endedOn: "2015-06-01" }] : [];
    const [before] = sample.work as JsonObject[];
    const changed = exportJsonResume({ ...profile, work }, kept(sample), NOW);
    // Another title and the same first month: still the same job.
    expect(changed.work).toEqual([{ ...before, position: "Founder", endDate: "2015-06" }]);
  });

  it("gives way to the account's name once that changes", () => {
    const document = exportJsonResume(
      { ...imported(sample), name: "Dana Moss" },
      kept(sample),
      NOW,
    );
    expect(document.basics).toMatchObject({
      name: "Dana Moss",
      email: "richard.hendriks@mail.com",
      phone: "(912) 555-4321",
    });
  });
});

describe("the export of a coder's profile", () => {
  const document = exportJsonResume(coder, null, NOW);

  it("is valid by the published schema, empty or full", () => {
    expect(faults(document)).toEqual([]);
    expect(faults(exportJsonResume(empty, null, NOW))).toEqual([]);
    expect(faults(exportJsonResume(imported(sample), kept(sample), NOW))).toEqual([]);
  });

  it("carries credentials with number and expiry", () => {
    expect(document.certificates).toEqual([
      {
        name: "Certified Professional Coder (CPC)",
        issuer: "AAPC",
        date: "2016-05",
        id: "01183422",
        expiryDate: "2027-05-31",
      },
      { name: "Certified Outpatient Coder - Apprentice (COC-A)", issuer: "AAPC" },
    ]);
  });

  it("comes back whole into an empty profile", () => {
    const back = imported(document);
    expect(back.credentials.map(({ status: _, ...claim }) => claim)).toEqual(
      coder.credentials.map(({ status: _, ...claim }) => claim),
    );
    const { experience, software, work, education, headline, city, state, specialties, settings } =
      coder;
    expect(back).toMatchObject({
      experience,
      software,
      work,
      education,
      headline,
      city,
      state,
      specialties,
      settings,
    });
    // A verification is the board's to give, not a file's.
    expect(back.credentials.every(({ status }) => status === "self-reported")).toBe(true);
    expect(exportJsonResume(back, kept(document), NOW)).toEqual(document);
  });
});

describe("any document", () => {
  const text = fc.string({ maxLength: 20 });
  const item = fc.dictionary(
    fc.constantFrom(
      "name",
      "position",
      "company",
      "startDate",
      "endDate",
      "institution",
      "area",
      "id",
      "issuer",
      "x",
      "__proto__",
    ),
    fc.oneof(text, fc.constant("CPC"), fc.constant("2019-05"), fc.integer(), fc.constant(null)),
  );
  const anything = fc.dictionary(
    fc.constantFrom(
      "basics",
      "work",
      "education",
      "certificates",
      "skills",
      "volunteer",
      "x-own",
      "meta",
    ),
    fc.oneof(fc.array(fc.oneof(item, text, fc.constant(null)), { maxLength: 4 }), item, text),
  );

  it("is read without a throw, keeps what the profile has no place for, and settles", () => {
    fc.assert(
      fc.property(anything, (document) => {
        const profile = imported(document);
        const once = exportJsonResume(profile, kept(document), NOW);
        for (const section of ["volunteer", "x-own", "meta"]) {
          expect(once[section]).toEqual(document[section]);
        }
        expect(exportJsonResume(profile, kept(once), NOW)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});
