import { describe, expect, it } from "vitest";
import { jobPosting } from "#app/domain/job-posting.ts";
import { NO_KNOCK_OUTS } from "#app/domain/knock-outs.ts";
import type { PublicJob } from "#app/domain/public-job.ts";

const job: PublicJob = {
  id: "3b0e0c3c-6f6b-4a4e-9d7e-0c6f2a1d5b11",
  slug: "interventional-cardiology-coder-k3v9x2ab",
  status: "published",
  open: true,
  title: "Interventional cardiology coder",
  role: "coder",
  specialty: "interventional-cardiology",
  otherSpecialties: [],
  settings: ["professional-fee"],
  requirements: [
    { familyId: "cpt-coronary-intervention", level: "must", minMonths: 36 },
    { familyId: "cpt-echo", level: "nice", minMonths: 0 },
  ],
  credentialRule: [["RHIT", "CCS"], ["CIC"]],
  preferredCredentials: [],
  acceptsApprentices: false,
  experienceLevel: "mid",
  minMonths: 24,
  employmentType: "full-time",
  schedule: null,
  workMode: "remote",
  city: "Tampa",
  state: "FL",
  zip: null,
  stateRule: "listed-states",
  eligibleStates: ["FL", "GA"],
  payType: "hourly",
  payMin: 30,
  payMax: 39,
  payNote: "",
  guaranteedHourly: null,
  software: [],
  productionUnit: null,
  productionTarget: null,
  accuracyMetric: null,
  accuracyMin: null,
  description: "Code the cath lab.",
  firstPublishedAt: "2026-11-02T15:00:00.000Z",
  repostedAt: null,
  replyRecord: null,
  confirmedAt: null,
  expiresAt: "2027-01-01T05:00:00.000Z",
  closedAt: null,
  closeReason: null,
  updatedAt: "2026-11-02T15:00:00.000Z",
  screeningQuestions: [],
  knockOuts: NO_KNOCK_OUTS,
  replyByDays: 5,
  employer: {
    id: "e",
    name: "Harborline & Sons <Heart>",
    slug: "harborline",
    kind: "physician-group",
    website: "https://harborline.example.com",
    city: "Tampa",
    state: "FL",
    verified: true,
    logoFileId: null,
  },
};

const build = (change: Partial<PublicJob> = {}) =>
  jobPosting(
    { ...job, ...change },
    { origin: "https://cc.example", descriptionHtml: "<p>Code the cath lab.</p>" },
  );

describe("the JobPosting markup", () => {
  it("carries every property Google requires of an open job", () => {
    expect(build()).toMatchObject({
      "@type": "JobPosting",
      title: "Interventional cardiology coder",
      datePosted: "2026-11-02",
      validThrough: "2027-01-01T05:00:00.000Z",
      employmentType: ["FULL_TIME"],
      directApply: true,
      hiringOrganization: { "@type": "Organization", sameAs: "https://harborline.example.com" },
      identifier: { "@type": "PropertyValue", value: job.id },
    });
  });

  it("is gone when the job is not open", () => {
    expect(build({ open: false })).toBeNull();
  });

  it("marks wholly remote work as telecommute, with the states a coder may live in and no made-up address", () => {
    const posting = build();
    expect(posting).toMatchObject({
      jobLocationType: "TELECOMMUTE",
      applicantLocationRequirements: [
        { "@type": "State", name: "Florida, USA" },
        { "@type": "State", name: "Georgia, USA" },
      ],
    });
    expect(posting).not.toHaveProperty("jobLocation");
  });

  it("gives hybrid work a place and never telecommute", () => {
    const posting = build({ workMode: "hybrid" });
    expect(posting).toMatchObject({
      jobLocation: { address: { addressCountry: "US", addressLocality: "Tampa" } },
    });
    expect(posting).not.toHaveProperty("jobLocationType");
    expect(JSON.stringify(posting)).not.toContain("streetAddress");
  });

  it("states the employer's own pay with its period", () => {
    expect(build()).toMatchObject({
      baseSalary: { value: { minValue: 30, maxValue: 39, unitText: "HOUR" } },
    });
    expect(build({ payType: "salary", payMin: 62000, payMax: 78000 })).toMatchObject({
      baseSalary: { value: { minValue: 62000, unitText: "YEAR" } },
    });
  });

  it("states no base for a piece rate without a guaranteed hour", () => {
    expect(build({ payType: "per-chart", payMin: 1, payMax: 2 })).not.toHaveProperty("baseSalary");
    expect(
      build({ payType: "per-chart", payMin: 1, payMax: 2, guaranteedHourly: 22 }),
    ).toMatchObject({ baseSalary: { value: { value: 22, unitText: "HOUR" } } });
  });

  it("asks for the longest experience any requirement asks for, and a professional certificate", () => {
    expect(build()).toMatchObject({
      experienceRequirements: { monthsOfExperience: 36 },
      educationRequirements: { credentialCategory: "professional certificate" },
      qualifications: "RHIT and CCS, or CIC",
    });
    const open = build({ minMonths: 0, requirements: [], credentialRule: [] });
    expect(open).not.toHaveProperty("experienceRequirements");
    expect(open).not.toHaveProperty("educationRequirements");
  });

  it("writes the requirements into the description, escaped", () => {
    const description = build()?.description;
    expect(description).toContain("<p>Code the cath lab.</p>");
    expect(description).toMatch(/92920–92998 \(required\)/);
    expect(description).toContain("This job is 100% remote.");
    expect(description).not.toContain("<Heart>");
  });
});
