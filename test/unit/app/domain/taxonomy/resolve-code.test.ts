import { describe, expect, it } from "vitest";
import { resolveCodes } from "#app/domain/taxonomy/resolve-code.ts";

/** Typed → how it is read ("system code") → its finest families. */
type Row = [typed: string, read: string, finest: string];

function check(rows: Row[]) {
  for (const [typed, read, finest] of rows) {
    it(`reads “${typed}” as ${read}`, () => {
      const { codes, rest } = resolveCodes(typed);
      expect(codes.map(({ system, code }) => `${system} ${code}`)).toEqual(read.split(" | "));
      const leaves = codes.flatMap(({ families }) => families.map(({ id }) => id));
      expect(leaves).toEqual(expect.arrayContaining(finest.split(" ")));
      expect(codes[0]?.families[0]?.id).toBe(finest.split(" ")[0]);
      expect(rest).toBe("");
    });
  }
}

describe("CPT", () => {
  check([
    ["93590", "cpt 93590", "cpt-structural-paravalvular cpt-medicine-cardiovascular cpt"],
    ["00100", "cpt 00100", "cpt-anes-head-neck cpt-anesthesia cpt"],
    ["cpt 99213", "cpt 99213", "cpt-em-office"],
    ["CPT® code: 99213", "cpt 99213", "cpt-em-office"],
    ["99213-25", "cpt 99213", "cpt-em-office"],
    ["9359", "cpt 9359", "cpt-structural-paravalvular cpt-cath-congenital"],
    ["929xx", "cpt 929xx", "cpt-coronary-intervention"],
    ["CPT 929", "cpt 929", "cpt-coronary-intervention"],
    ["3044F", "cpt 3044F", "cpt-cat2-diagnostic-results cpt-category-ii cpt"],
    ["0042t", "cpt 0042T", "cpt-category-iii cpt"],
    ["1025T", "cpt 1025T", "cpt-category-iii"],
    ["0241u", "cpt 0241U", "cpt-pla cpt"],
    ["0002M", "cpt 0002M", "cpt-maaa-admin cpt"],
    ["94002", "cpt 94002", "cpt-medicine-pulmonary cpt"],
  ]);

  it("leads from a retired family to the one that took over", () => {
    const [code] = resolveCodes("37225").codes;
    expect(code?.families.map(({ id }) => id).slice(0, 2)).toEqual([
      "cpt-vasc-leg-revasc-legacy",
      "cpt-vasc-leg-revasc",
    ]);
  });

  it("reads a half-typed number as every family it can become, whatever the category", () => {
    const families = resolveCodes("3075").codes[0]?.families.map(({ id }) => id);
    expect(families).toEqual(
      expect.arrayContaining(["cpt-resp-nose", "cpt-cat2-diagnostic-results"]),
    );
  });
});

describe("HCPCS Level II and dental codes", () => {
  check([
    ["J1885", "hcpcs J1885", "hcpcs-j-injectables hcpcs-j hcpcs"],
    ["j1885", "hcpcs J1885", "hcpcs-j-injectables"],
    ["J 1885", "hcpcs J1885", "hcpcs-j-injectables"],
    ["HCPCS J18", "hcpcs J18", "hcpcs-j-injectables"],
    ["D0120", "hcpcs D0120", "hcpcs-d hcpcs"],
    ["CDT D1110", "hcpcs D1110", "hcpcs-d"],
    ["G0463", "hcpcs G0463", "hcpcs-g-preventive-services"],
    ["U0003", "hcpcs U0003", "hcpcs-u"],
  ]);
});

describe("Four characters that begin a drug's code and may be a diagnosis without its dot", () => {
  const systems = (typed: string) =>
    resolveCodes(typed).codes.map(({ code, system }) => `${system} ${code}`);

  it("are read as both, so that neither is lost", () => {
    expect(systems("J927")).toEqual(["icd10cm J92.7", "hcpcs J927"]);
    expect(resolveCodes("j927").covering[0]).toContain("hcpcs-j-chemo");
    expect(systems("G043")).toContain("hcpcs G043");
  });

  it("are only the diagnosis when coders type that every day, or put its dot", () => {
    for (const typed of ["J189", "J449", "G473", "J92.7", "E119", "K219", "I251"]) {
      expect(systems(typed), typed).toEqual([expect.stringMatching(/^icd10cm/)]);
    }
  });

  it("are the system's that leads them", () => {
    expect(systems("ICD J927")).toEqual(["icd10cm J92.7"]);
    expect(systems("HCPCS J927")).toEqual(["hcpcs J927"]);
  });
});

describe("ICD-10-CM", () => {
  check([
    ["I25.10", "icd10cm I25.10", "icd10cm-ischemic-heart icd10cm-ch09-circulatory icd10cm"],
    ["i2510", "icd10cm I25.10", "icd10cm-ischemic-heart"],
    ["i25 .10", "icd10cm I25.10", "icd10cm-ischemic-heart"],
    ["I25", "icd10cm I25", "icd10cm-ischemic-heart"],
    ["I25.", "icd10cm I25", "icd10cm-ischemic-heart"],
    ["I25.x", "icd10cm I25", "icd10cm-ischemic-heart"],
    ["I25.1", "icd10cm I25.1", "icd10cm-ischemic-heart"],
    ["I2", "icd10cm I2", "icd10cm-ischemic-heart icd10cm-pulmonary-circulation"],
    ["E119", "icd10cm E11.9", "icd10cm-diabetes"],
    ["ICD-10-CM E11.65", "icd10cm E11.65", "icd10cm-diabetes"],
    ["S72.001A", "icd10cm S72.001A", "icd10cm-injury-trauma"],
    ["S72001A", "icd10cm S72.001A", "icd10cm-injury-trauma"],
    ["I1A.0", "icd10cm I1A.0", "icd10cm-hypertension"],
    ["QA0", "icd10cm QA0", "icd10cm-ch17-congenital"],
    ["U07.1", "icd10cm U07.1", "icd10cm-ch22-special"],
    ["Z00.00", "icd10cm Z00.00", "icd10cm-exams-screening"],
  ]);

  it("reads a code two systems write alike both ways, and obeys the dot or the system's name", () => {
    const systems = (typed: string) => resolveCodes(typed).codes.map(({ system }) => system);
    expect(systems("E1165")).toEqual(["hcpcs", "icd10cm"]);
    expect(systems("E11.65")).toEqual(["icd10cm"]);
    expect(systems("HCPCS E1165")).toEqual(["hcpcs"]);
    expect(systems("ICD-10 E1165")).toEqual(["icd10cm"]);
  });
});

describe("ICD-10-PCS", () => {
  check([
    ["02RF38Z", "icd10pcs 02RF38Z", "icd10pcs-heart icd10pcs-0-medical-surgical icd10pcs"],
    ["02rf", "icd10pcs 02RF", "icd10pcs-heart"],
    ["0210093", "icd10pcs 0210093", "icd10pcs-heart"],
    ["ICD-10-PCS 02", "icd10pcs 02", "icd10pcs-heart"],
    ["B2111ZZ", "icd10pcs B2111ZZ", "icd10pcs-b-imaging icd10pcs"],
    ["X27H385", "icd10pcs X27H385", "icd10pcs-x-new-technology"],
    ["5A1955Z", "icd10pcs 5A1955Z", "icd10pcs-5-extracorporeal-assist"],
  ]);
});

describe("MS-DRG, HCC and APC, which need their name", () => {
  check([
    ["DRG 247", "msdrg DRG 247", "msdrg-mdc05-surgical msdrg-mdc05-circulatory msdrg"],
    ["MS-DRG 247", "msdrg DRG 247", "msdrg-mdc05-surgical"],
    ["ms drg 247", "msdrg DRG 247", "msdrg-mdc05-surgical"],
    ["drg247", "msdrg DRG 247", "msdrg-mdc05-surgical"],
    ["DRG 5", "msdrg DRG 5", "msdrg-pre-mdc"],
    ["DRGs 280-282", "msdrg DRG 280–282", "msdrg-mdc05-medical"],
    ["MDC 05", "msdrg MDC 5", "msdrg-mdc05-surgical msdrg-mdc05-atherectomy"],
    ["HCC 85", "cms-hcc HCC 85", "hcc-v28 hcc-v24 cms-hcc"],
    ["hcc85", "cms-hcc HCC 85", "hcc-v28 hcc-v24"],
    ["HCC 226", "cms-hcc HCC 226", "hcc-v28-cardio-respiratory hcc-v28"],
    ["V24 HCC 85", "cms-hcc HCC 85", "hcc-v24 cms-hcc"],
    ["HCC V28 37", "cms-hcc HCC 37", "hcc-v28-diabetes-metabolic"],
    ["V28", "cms-hcc V28", "hcc-v28-infection hcc-v28"],
    [
      "HCC 37, 38/226",
      "cms-hcc HCC 37 | cms-hcc HCC 38 | cms-hcc HCC 226",
      "hcc-v28-diabetes-metabolic",
    ],
    ["APC 5193", "apc APC 5193", "apc-vascular-cardiac apc"],
    ["apc5193", "apc APC 5193", "apc-vascular-cardiac"],
    ["APC 519", "apc APC 519", "apc-vascular-cardiac"],
  ]);

  it("says so when no family covers a code that was named", () => {
    expect(resolveCodes("HCC 500").codes).toEqual([
      { code: "HCC 500", system: "cms-hcc", families: [] },
    ]);
  });
});

describe("Ranges", () => {
  check([
    ["92920-92944", "cpt 92920–92944", "cpt-coronary-intervention"],
    ["92920–92944", "cpt 92920–92944", "cpt-coronary-intervention"],
    ["92944 - 92920", "cpt 92920–92944", "cpt-coronary-intervention"],
    ["92920 to 92944", "cpt 92920–92944", "cpt-coronary-intervention"],
    ["93580 through 93592", "cpt 93580–93592", "cpt-structural-septal cpt-structural-paravalvular"],
    ["I20-I25.9", "icd10cm I20–I25.9", "icd10cm-ischemic-heart"],
    ["J0120-J9999", "hcpcs J0120–J9999", "hcpcs-j-injectables hcpcs-j-chemo"],
    ["0042T-0100T", "cpt 0042T–0100T", "cpt-category-iii"],
    ["codes 92920 to 92944 and 93590", "cpt 92920–92944 | cpt 93590", "cpt-coronary-intervention"],
  ]);
});

describe("Words and ordinary numbers", () => {
  const words = [
    "3 years",
    "40 hours",
    "2026",
    "CPT 2026 updates",
    "24/7",
    "60000 a year",
    "salary 60000",
    "$60000",
    "60,000",
    "65000 per year",
    "2080 hours",
    "1099 or W2",
    "H1B visa",
    "401k",
    "ICD-10",
    "HCPCS Level II",
    "MS-DRG",
    "HCC coder",
    "covid-19",
    "T1-weighted",
    "9am",
    "30hrs",
    "3rd shift",
    "Office 365 and O365",
    "813-555-1234",
    "(813) 555-1234",
    "near 33602",
    "zip code 33602",
    "25 miles of 33602",
    "Tampa, FL 33602",
    "33602-1234",
    "247",
    "85",
    "coder II",
    "E/M",
    "100000",
    "10001",
  ];
  for (const typed of words) {
    it(`finds no code in “${typed}”`, () => {
      expect(resolveCodes(typed)).toEqual({ codes: [], covering: [], rest: typed });
    });
  }

  it("keeps the words around codes", () => {
    expect(resolveCodes("cath lab 93590, remote")).toMatchObject({ rest: "cath lab remote" });
    expect(resolveCodes("level 4 99284 tampa").rest).toBe("level 4 tampa");
    expect(resolveCodes("experience in CPT codes 92920-92944").rest).toBe("experience in");
  });

  it("reads a bare five-digit number as CPT even where it is also a ZIP code", () => {
    expect(resolveCodes("33602").codes[0]?.code).toBe("33602");
  });

  it("takes the device for a word and its CPT code for a code", () => {
    const { codes, rest } = resolveCodes("ICD 33249");
    expect(codes.map(({ system }) => system)).toEqual(["cpt"]);
    expect(rest).toBe("ICD");
  });
});
