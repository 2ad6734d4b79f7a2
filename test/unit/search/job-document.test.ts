import { describe, expect, it } from "vitest";
import type { SearchableJob } from "#db/queries/searchable-jobs.ts";
import { jobDocument } from "#search/documents/job-document.ts";

const job: SearchableJob = {
  id: "3b0e0c3c-6f6b-4a4e-9d7e-0c6f2a1d5b11",
  version: 3,
  title: "Cath lab coder",
  role: "coder",
  specialty: "interventional-cardiology",
  otherSpecialties: ["cardiology", "interventional-cardiology"],
  settings: ["professional-fee"],
  employmentType: "full-time",
  schedule: "weekend",
  workMode: "remote",
  city: "Tampa",
  state: "FL",
  zip: null,
  latitude: 27.9,
  longitude: -82.4,
  eligibleStates: ["FL", "OR"],
  hourlyMax: 39,
  experienceLevel: null,
  acceptsApprentices: false,
  credentialRule: [["RHIT", "CCS"], ["CIC"]],
  preferredCredentials: ["CIRCC"],
  software: [],
  description: "Code the cath lab.",
  firstPublishedAt: new Date("2026-11-02T15:00:00.900Z"),
  expiresAt: new Date("2027-01-01T05:00:00Z"),
  employerId: "4b1d3c5e-0000-4000-8000-000000000002",
  employerKind: "physician-group",
  employerName: "Harborline",
  employerVersion: 2,
  requires: ["cpt-structural-septal", "cpt-echo"],
};

describe("The document of a job", () => {
  it("holds its families, everything above them once, and flat tokens: nothing nested", () => {
    const document = jobDocument(job);
    expect(document.requires).toEqual(["cpt-structural-septal", "cpt-echo"]);
    expect(document.family).toEqual([
      "cpt-structural-septal",
      "cpt-medicine-cardiovascular",
      "cpt",
      "cpt-echo",
    ]);
    expect(document.codes).toEqual(["93580", "93583", "93303", "93356"]);
    for (const [name, value] of Object.entries(document)) {
      for (const one of [value].flat()) expect(typeof one, name).not.toBe("object");
    }
  });

  it("has a value in every facet, if only that the job does not say", () => {
    expect(jobDocument(job)).toMatchObject({
      specialty: ["interventional-cardiology", "cardiology"],
      credential: ["RHIT", "CCS", "CIC"],
      experience: ["not-stated"],
      software: ["not-stated"],
      state: ["FL", "OR"],
    });
    expect(jobDocument({ ...job, requires: [], credentialRule: [] })).toMatchObject({
      family: ["not-stated"],
      credential: ["not-stated"],
      requires: [],
    });
  });

  it("is stamped with what it was built from", () => {
    const stamps = [job, { ...job, version: 4 }, { ...job, employerVersion: 3 }].map(
      (one) => jobDocument(one).stamp,
    );
    expect(new Set(stamps).size).toBe(3);
    expect(jobDocument(job)).toEqual(jobDocument({ ...job }));
  });

  it("has no place without coordinates, and a time to the millisecond", () => {
    expect(jobDocument({ ...job, latitude: null })).toMatchObject({ point: null });
    expect(jobDocument(job).publishedAt).toBe(1_793_631_600.9);
  });
});
