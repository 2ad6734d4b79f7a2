import { describe, expect, it } from "vitest";
import { findPlace } from "#app/features/jobs/find-place.server.ts";
import { readJobForm } from "#app/features/jobs/read-job-form.server.ts";

const TODAY = "2026-11-21";

const VALID: Record<string, string | string[]> = {
  title: "Interventional cardiology coder",
  role: "coder",
  specialty: "interventional-cardiology",
  otherSpecialties: ["cardiology"],
  settings: ["professional-fee"],
  "requirements.0.familyId": "cpt-coronary-intervention",
  "requirements.0.level": "must",
  "requirements.0.minMonths": "36",
  "requirements.1.familyId": "cpt-echo",
  "requirements.1.level": "nice",
  "requirements.1.minMonths": "",
  credentialRule: "RHIT and CCS, or CIC",
  preferredCredentials: "CIRCC",
  experienceLevel: "mid",
  minMonths: "24",
  employmentType: "full-time",
  workMode: "remote",
  stateRule: "listed-states",
  listedStates: ["FL", "GA"],
  payType: "hourly",
  payMin: "$30",
  payMax: "39.50",
  description: "Code the **cath lab**.",
  closesOn: "2026-12-31",
  replyByDays: "5",
};

type Change = Record<string, string | string[] | undefined>;

const read = (change: Change = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...VALID, ...change })) {
    for (const one of value === undefined ? [] : [value].flat()) form.append(name, one);
  }
  return readJobForm(form, TODAY, findPlace);
};
const errors = (change: Change) => read(change).form.errors;

describe("the job form", () => {
  it("reads a whole job", () => {
    expect(read().form.errors).toEqual({});
    expect(read().job).toMatchObject({
      title: "Interventional cardiology coder",
      requirements: [
        { familyId: "cpt-coronary-intervention", level: "must", minMonths: 36 },
        { familyId: "cpt-echo", level: "nice", minMonths: 0 },
      ],
      credentialRule: [["RHIT", "CCS"], ["CIC"]],
      preferredCredentials: ["CIRCC"],
      payMin: 30,
      payMax: 39.5,
      acceptsApprentices: false,
      schedule: null,
    });
  });

  const REMOTE = { workMode: "remote", stateRule: "all-states", listedStates: undefined };

  it.each<[string, Change, string]>([
    ["no title", { title: " " }, "title"],
    ["too long a title", { title: "x".repeat(121) }, "title"],
    ["no specialty", { specialty: "" }, "specialty"],
    ["a specialty of no list", { specialty: "astrology" }, "specialty"],
    ["no setting", { settings: undefined }, "settings"],
    ["a credential nobody issues", { credentialRule: "CPC or ABC" }, "credentialRule"],
    ["an ambiguous credential rule", { credentialRule: "CPC, COC" }, "credentialRule"],
    ["an unknown preferred credential", { preferredCredentials: "ABC" }, "preferredCredentials"],
    ["only nice-to-have families", { "requirements.0.level": "nice" }, "requirements"],
    ["a family of no taxonomy", { "requirements.0.familyId": "x" }, "requirements.0.familyId"],
    ["months in words", { "requirements.0.minMonths": "three" }, "requirements.0.minMonths"],
    ["part of a month", { "requirements.0.minMonths": "1.5" }, "requirements.0.minMonths"],
    ["an unheard-of level", { "requirements.0.level": "maybe" }, "requirements.0.level"],
    ["no kind of employment", { employmentType: "" }, "employmentType"],
    ["no work mode", { workMode: "" }, "workMode"],
    ["on-site work without a place", { workMode: "onsite" }, "city"],
    ["hybrid work without a place", { workMode: "hybrid" }, "city"],
    ["training at no place", { workMode: "remote-after-training" }, "city"],
    ["a city without a state", { workMode: "onsite", city: "Tampa" }, "state"],
    ["a city that is not there", { workMode: "onsite", city: "Tampa", state: "GA" }, "city"],
    ["a ZIP code in another state", { workMode: "onsite", zip: "33602", state: "GA" }, "zip"],
    ["a ZIP code of nowhere", { workMode: "onsite", zip: "99999" }, "zip"],
    ["a ZIP code of letters", { workMode: "onsite", zip: "K1A0B1" }, "zip"],
    ["remote work without a state rule", { stateRule: "" }, "stateRule"],
    ["listed states without a list", { listedStates: undefined }, "listedStates"],
    ["driving distance from nowhere", { ...REMOTE, stateRule: "commutable" }, "state"],
    ["no pay type", { payType: "" }, "payType"],
    ["no lower pay", { payMin: "" }, "payMin"],
    ["pay in words", { payMax: "competitive" }, "payMax"],
    ["an upper figure below the lower", { payMin: "40", payMax: "30" }, "payMax"],
    ["a yearly figure an hour", { payMin: "62000", payMax: "78000" }, "payMin"],
    ["an hourly figure a year", { payType: "salary" }, "payMin"],
    ["pay by the piece without a base", { payType: "per-chart" }, "guaranteedHourly"],
    ["more than all collections", { payType: "percent-collections", payMax: "101" }, "payMax"],
    ["a unit without a target", { productionUnit: "charts-per-hour" }, "productionTarget"],
    ["a target without a unit", { productionTarget: "6" }, "productionUnit"],
    ["a metric without a figure", { accuracyMetric: "coding-accuracy" }, "accuracyMin"],
    ["an accuracy without a metric", { accuracyMin: "95" }, "accuracyMetric"],
    [
      "an accuracy over 100",
      { accuracyMetric: "coding-accuracy", accuracyMin: "101" },
      "accuracyMin",
    ],
    ["an entry job asking for years", { experienceLevel: "entry", minMonths: "36" }, "minMonths"],
    [
      "an apprentice job for none",
      { experienceLevel: "apprentice", minMonths: "" },
      "acceptsApprentices",
    ],
    ["no description", { description: "" }, "description"],
    ["a description of a book's length", { description: "x".repeat(12_001) }, "description"],
    ["a NUL", { title: "a\u0000b" }, "title"],
    ["no closing day", { closesOn: "" }, "closesOn"],
    ["a day that does not exist", { closesOn: "2027-02-30" }, "closesOn"],
    ["a closing day today", { closesOn: TODAY }, "closesOn"],
    ["a closing day 181 days away", { closesOn: "2027-05-21" }, "closesOn"],
    ["a reply after 61 days", { replyByDays: "61" }, "replyByDays"],
  ])("refuses %s beside its field", (_name, change, field) => {
    expect(Object.keys(errors(change))).toContain(field);
    expect(errors(change)[field]?.[0]).toMatch(/[.)]$/);
    expect(read(change).job).toBeNull();
  });

  it.each<[string, Change]>([
    [
      "on-site work with a city and state",
      { workMode: "onsite", stateRule: "", city: "Tampa", state: "FL" },
    ],
    ["on-site work with a ZIP code alone", { workMode: "onsite", stateRule: "", zip: "33602" }],
    ["remote work in any state", REMOTE],
    [
      "a 1099 contract by the chart without a base",
      { payType: "per-chart", employmentType: "contract-1099", payMin: "0.95", payMax: "1.25" },
    ],
    ["pay by the chart with a base", { payType: "per-chart", guaranteedHourly: "22" }],
    ["a year's pay", { payType: "salary", payMin: "62,000", payMax: "$78,000" }],
    [
      "an apprentice job",
      { experienceLevel: "apprentice", minMonths: "", acceptsApprentices: "on" },
    ],
    ["no credentials at all", { credentialRule: "", preferredCredentials: "" }],
    ["a closing day 180 days away", { closesOn: "2027-05-20" }],
    ["tomorrow", { closesOn: "2026-11-22" }],
  ])("accepts %s", (_name, change) => {
    expect(errors(change)).toEqual({});
  });

  it("names every problem at once, in the form's own order", () => {
    expect(
      Object.keys(
        errors({ title: "", payMin: "40", payMax: "30", workMode: "onsite", description: "" }),
      ),
    ).toEqual(["title", "city", "payMax", "description"]);
  });
});

describe("a draft", () => {
  it("keeps what is valid and every keystroke of what is not", () => {
    const { job, partial, form } = read({ payMin: "thirty", specialty: "", closesOn: "soon" });
    expect(job).toBeNull();
    expect(partial).toMatchObject({
      title: "Interventional cardiology coder",
      payMin: null,
      payMax: 39.5,
      specialty: null,
      closesOn: null,
      requirements: [{ familyId: "cpt-coronary-intervention" }, { familyId: "cpt-echo" }],
    });
    expect(form.values).toMatchObject({ payMin: ["thirty"], closesOn: ["soon"] });
  });

  it("is readable when nothing was typed", () => {
    const { partial } = readJobForm(new FormData(), TODAY, findPlace);
    expect(partial).toMatchObject({
      title: null,
      settings: null,
      requirements: [],
      acceptsApprentices: false,
    });
  });

  it("stores only the job's own fields, without what JSON in Postgres refuses", () => {
    const { form } = read({
      intent: "publish",
      "__proto__.x": "1",
      toString: "1",
      payNote: "a\u0000b\ud800",
    });
    expect(Object.keys(form.values)).not.toContain("intent");
    expect(Object.keys(form.values)).not.toContain("toString");
    expect(form.values.payNote).toEqual(["ab\ufffd"]);
  });
});
