import { describe, expect, it } from "vitest";
import { columnOf } from "#app/domain/job-import/columns.ts";
import { readRow } from "#app/domain/job-import/read-row.ts";
import { statedFamilies } from "#app/domain/job-import/stated-families.ts";
import { statedPay } from "#app/domain/job-import/stated-pay.ts";
import { statedPlace, statesIn } from "#app/domain/job-import/stated-place.ts";

describe("A heading", () => {
  it.each([
    ["Job Title", "title"],
    ["referencenumber", "reference"],
    ["Requisition ID", "reference"],
    ["jobtype", "employment"],
    ["remotetype", "workMode"],
    ["payMin", "payMin"],
    ["Salary Range", "pay"],
    ["expirationdate", "closesOn"],
    ["CPT codes", "families"],
  ])("“%s” means our %s", (heading, column) => {
    expect(columnOf(heading)).toBe(column);
  });

  it("that means nothing of ours is none", () => {
    expect(columnOf("Cost center")).toBeNull();
  });
});

describe("Stated pay", () => {
  it.each([
    ["$28 - $35.50 per hour", { type: "hourly", min: "28", max: "35.5" }],
    ["$60,000–$75,000 a year", { type: "salary", min: "60000", max: "75000" }],
    ["60-75k", { type: "salary", min: "60000", max: "75000" }],
    ["31/hr", { type: "hourly", min: "31", max: "31" }],
    ["$4.10 per chart", { type: "per-chart", min: "4.1", max: "4.1" }],
    ["30 to 34", { type: "hourly", min: "30", max: "34" }],
    ["400 to 900", { type: null, min: "400", max: "900" }],
  ])("“%s” is read", (text, pay) => {
    expect(statedPay(text)).toEqual(pay);
  });

  it("without a figure is none", () => {
    expect(statedPay("DOE")).toBeNull();
  });
});

describe("Stated places", () => {
  it.each([
    ["Tampa, FL 33602", { city: "Tampa", state: "FL", zip: "33602" }],
    ["St. Louis, Missouri, USA", { city: "St. Louis", state: "MO", zip: null }],
    ["33602", { city: null, state: null, zip: "33602" }],
    ["Remote, TX", { city: null, state: "TX", zip: null }],
    ["Tampa", { city: "Tampa", state: null, zip: null }],
  ])("“%s” is read", (text, place) => {
    expect(statedPlace(text)).toEqual(place);
  });

  it.each([
    ["All states", { rule: "all-states", listed: [], unknown: [] }],
    ["FL; Georgia | TX", { rule: "listed-states", listed: ["FL", "GA", "TX"], unknown: [] }],
    [
      "all except CA, NY and WA",
      { rule: "excluded-states", listed: ["CA", "NY", "WA"], unknown: [] },
    ],
    ["Florida, Ontario", { rule: "listed-states", listed: ["FL"], unknown: ["Ontario"] }],
    ["", { rule: null, listed: [], unknown: [] }],
  ])("“%s” is a rule of states", (text, rule) => {
    expect(statesIn(text)).toEqual(rule);
  });
});

describe("Families in a job's own words", () => {
  it("are found by codes, ranges and phrases, with level and months, and the words that say so", () => {
    const found = statedFamilies(
      "Code coronary stents 92920-92944, 3 years required.\n- Structural heart 93580-93583 preferred\n- Mohs experience a plus",
    );
    expect(found).toEqual([
      {
        familyId: "cpt-coronary-intervention",
        level: "must",
        minMonths: 36,
        words: "Code coronary stents 92920-92944, 3 years required.",
      },
      {
        familyId: "cpt-structural-septal",
        level: "nice",
        minMonths: 0,
        words: "Structural heart 93580-93583 preferred",
      },
      { familyId: "cpt-skin-mohs", level: "nice", minMonths: 0, words: "Mohs experience a plus" },
    ]);
  });

  it("are not found in telephone numbers, pay and years", () => {
    expect(statedFamilies("Call (813) 555-0140. Pay $62,000. Founded 1998. 401k.")).toEqual([]);
  });

  it("stay must-have when another line calls them a plus", () => {
    const found = statedFamilies("92920-92944 required\nmore 92920-92944 a plus");
    expect(found.map(({ level }) => level)).toEqual(["must"]);
  });
});

describe("A row", () => {
  it("is read as the form would have been filled in", () => {
    const { values, notes } = readRow({
      title: "Cath lab coder",
      specialty: "interventional CARDIOLOGY",
      settings: "Pro-fee; ASC",
      families: "92920-92944, 24 months",
      employment: "fulltime",
      workMode: "Fully remote",
      location: "Tampa, FL 33602",
      states: "FL; GA",
      pay: "$28 - $35 per hour",
      closesOn: "1/5/2027",
      apprentices: "yes",
    });
    expect(notes).toEqual([]);
    expect(values).toMatchObject({
      specialty: ["interventional-cardiology"],
      settings: ["professional-fee", "asc"],
      "requirements.0.familyId": ["cpt-coronary-intervention"],
      "requirements.0.minMonths": ["24"],
      employmentType: ["full-time"],
      workMode: ["remote"],
      city: ["Tampa"],
      state: ["FL"],
      zip: ["33602"],
      stateRule: ["listed-states"],
      listedStates: ["FL", "GA"],
      payType: ["hourly"],
      payMin: ["28"],
      payMax: ["35"],
      closesOn: ["2027-01-05"],
      acceptsApprentices: ["on"],
    });
  });

  it("says what it could not understand, and leaves the rest standing", () => {
    const { values, notes } = readRow({
      title: "Coder",
      specialty: "Basket weaving",
      software: "Epic; Foo",
      pay: "DOE",
    });
    expect(values.software).toEqual(["epic"]);
    expect(notes).toEqual([
      "Specialty: we do not know “Basket weaving”.",
      "Software: we do not know “Foo”.",
      "Pay: there is no figure in “DOE”.",
    ]);
  });
});
